/** The workflow: test and gate on every change, and the gate every day, because an environment expires on a day. */
export function workflow(): string {
  return `name: gates
on:
  pull_request:
  push:
    branches: [main]
  schedule:
    - cron: "17 5 * * *"
permissions:
  contents: read
jobs:
  gates:
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0
        with:
          node-version: "22"
          cache: npm
      - run: npm ci
      - if: github.event_name != 'schedule'
        run: npm test
      - run: npx gatewright check
`;
}
