import "./styles/index.css";
import { loadConfig, type Config, type SampleUser } from "./backend";
import { byId } from "./dom";
import { showProblem } from "./problem";
import { Session } from "./session";
import { loginSnippet, type Method } from "./snippets";
import { codeBlock } from "./views/code-block";
import { ErrorLab } from "./views/error-lab";
import { LoginPanel } from "./views/login-panel";
import { presenceSection } from "./views/presence-section";
import { sessionStrip } from "./views/session-strip";
import { userPicker } from "./views/user-picker";
import { userTable } from "./views/user-table";

async function main(): Promise<void> {
  const config = await loadConfig();
  byId("app-id").textContent = config.appId;
  byId("region").textContent = config.region;
  const session = new Session(config);
  build(config, session);
  await session.start();
}

function build(config: Config, session: Session): void {
  const users = offeredUsers(config.users);
  const choice: { user: SampleUser; method: Method } = {
    user: users[0] as SampleUser,
    method: "key",
  };
  const code = codeBlock("The code for this");
  byId("code").replaceChildren(code.element);

  const panel = new LoginPanel(
    (method) => choose({ method }),
    (pasted) => session.logIn(choice.user.uid, choice.method, pasted),
  );
  const choose = (part: Partial<typeof choice>) => {
    Object.assign(choice, part);
    panel.setName(choice.user.name);
    code.show(loginSnippet(choice.method, choice.user.uid, config, location.origin));
  };
  choose({});

  userPicker(users, choice.user.uid, (user) => choose({ user }));
  sessionStrip(session);
  userTable(session);
  presenceSection(config, session);
  session.watch(({ phase }) => {
    if (phase === "out") panel.clear();
  });
  new ErrorLab(
    () => ({ config, uid: choice.user.uid }),
    (experiment) => session.experiment(experiment),
  );
}

/** The sample users, preceded by the user in `?uid=`, which links of the dashboard contain. */
function offeredUsers(samples: SampleUser[]): SampleUser[] {
  const uid = new URLSearchParams(location.search).get("uid");
  if (!uid) return samples;
  const known = samples.find((user) => user.uid === uid);
  const first = known ?? { uid, name: uid, avatar: "" };
  return [first, ...samples.filter((user) => user !== known)];
}

main().catch(showProblem);
