import { saysSomething } from "../../config/visible-text";
import { samePerson } from "../helpers/people";
import { smallTeam, unlessSmallTeam } from "../helpers/small-team";
import { rule } from "../rule";

export const iam05 = rule({
  control: "IAM-05",
  title: "A change is approved by somebody who did not make it",
  why: "The second pair of eyes is what stands between one mistake, or one stolen account, and the environment.",
  fix: "Name an approver who is not change.deploys and the group of approvers, or record small-team evidence.",
  severity: "high",
  since: "pre-production",
  types: [],
  needs: ["config", "evidence", "today"],
  check(context) {
    const { access, change } = context.config;
    if (saysSomething(access?.approvers)) context.pass("config", "access.approvers");
    else context.fail("config", "access.approvers", "No group is named that approves.");
    const path = "change.approves";
    const [author, approver] = [change?.deploys?.trim(), change?.approves?.trim()];
    if (!approver) context.fail("config", path, "Nobody is named who approves a change.");
    else if (!author)
      context.unknown("config", path, `Whether ${approver} approves their own changes is open: nobody deploys.`);
    else if (!samePerson(author, approver)) context.pass("config", path);
    else {
      const team = smallTeam(context);
      if (team.counts) context.pass("config", path, team.says);
      else context.fail("config", path, unlessSmallTeam(`${approver} approves their own changes.`, team));
    }
  },
});
