import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startOnServerCore, stop, untilAnswered } from "./process.mjs";

const port = 18_090;

const configuration = (directory) => `
worker_processes 1;
daemon off;
pid ${directory}/nginx.pid;
error_log ${directory}/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  keepalive_requests 1000000000;
  default_type application/json;
  open_file_cache max=10;
  client_body_temp_path ${directory}/t1;
  proxy_temp_path ${directory}/t2;
  fastcgi_temp_path ${directory}/t3;
  uwsgi_temp_path ${directory}/t4;
  scgi_temp_path ${directory}/t5;
  server { listen 127.0.0.1:${port} reuseport; root ${directory}/html; }
}
`;

/** Starts nginx with one worker, which serves `body` as /me.json. */
export async function startNginx(parent, body) {
  const directory = join(parent, "nginx");
  mkdirSync(join(directory, "html"), { recursive: true });
  writeFileSync(join(directory, "html", "me.json"), body);
  writeFileSync(join(directory, "nginx.conf"), `user root;${configuration(directory)}`);
  const url = `http://127.0.0.1:${port}`;
  const master = startOnServerCore("nginx", ["-c", join(directory, "nginx.conf")]);
  await untilAnswered(`${url}/me.json`, master);
  const children = readFileSync(`/proc/${master.pid}/task/${master.pid}/children`, "utf8");
  return { url, pid: Number(children.trim().split(" ")[0]), stop: () => stop(master) };
}
