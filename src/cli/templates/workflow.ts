import { INSTALLED } from "./workflow-steps";

/** The workflow: test and gate on every change, and the gate every day, because an environment expires on a day. */
export function workflow(): string {
  return `name: gates
on:
  pull_request:
  push:
    branches: [main]
  schedule:
    - cron: "17 5 * * *"
permissions: {}
jobs:
  gates:
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    permissions:
      contents: read
    steps:
${INSTALLED}      - if: github.event_name != 'schedule'
        run: npx tsc
      - if: github.event_name != 'schedule'
        run: npm test
      - run: npx gatewright check
`;
}
