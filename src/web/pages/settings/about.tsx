import { BookOpen, Braces, RadioTower } from "lucide";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { About as Told } from "../../../client/settings.ts";
import { LinkButton } from "../../parts/button.tsx";
import { CopyButton } from "../../parts/copy.tsx";
import { Skeleton } from "../../parts/states.tsx";
import { Since } from "../../parts/when.tsx";
import { baseUrl } from "../../router.ts";
import { sayBytes, sayMoment } from "../../say.ts";
import { about } from "../../state/server.ts";
import { refreshAbout } from "../../state/settings.ts";

/** What this server is. */
export function About() {
  useEffect(() => void refreshAbout(), []);
  const told = about.value;
  return (
    <>
      <section class="set-group">
        <h2>This server</h2>
        {told ? <Program told={told} /> : <Waiting lines={6} />}
      </section>
      <section class="set-group">
        <h2>Where things lie</h2>
        {told ? <Places told={told} /> : <Waiting lines={5} />}
      </section>
      <section class="set-group">
        <h2>For programs</h2>
        <div class="panel set-pad row wrap">
          <LinkButton icon={BookOpen} to={`${baseUrl}/docs`} away blank>
            API documentation
          </LinkButton>
          <LinkButton icon={Braces} to={`${baseUrl}/openapi.json`} away blank>
            OpenAPI
          </LinkButton>
          <LinkButton icon={RadioTower} to={`${baseUrl}/asyncapi.json`} away blank>
            AsyncAPI, for live events
          </LinkButton>
        </div>
      </section>
      <section class="set-group">
        <h2>Licence</h2>
        <p class="set-about">
          Kinora is free software under the GNU General Public License, version 3 or later; its client library is under the MIT licence. It
          comes without any warranty. The files LICENSE and NOTICE, beside the program's source, have their texts and those of everything in
          it.
        </p>
      </section>
    </>
  );
}

const Program = ({ told }: { told: Told }) => (
  <dl class="panel set-rows">
    <Line
      name="Kinora"
      copy={`Kinora ${told.version}, code ${told.code}, ${told.platform}, ${told.ffmpeg.detail}`}
      what="what this server is"
    >
      {told.version}
    </Line>
    <Line name="Code" copy={told.code} what="the code">
      <code>{told.code}</code>
    </Line>
    <Line name="Up for">
      <time dateTime={told.started_at} title={sayMoment(new Date(told.started_at))}>
        <Since at={told.started_at} />
      </time>
    </Line>
    <Line name="FFmpeg" copy={told.ffmpeg.path} what="FFmpeg's path">
      <span data-status={told.ffmpeg.ok ? undefined : "failed"} class="set-tone">
        {told.ffmpeg.detail.replace(/^FFmpeg (?=\d)/, "")}
      </span>
      {told.ffmpeg.path && <code>{told.ffmpeg.path}</code>}
    </Line>
    <Line name="Platform">
      {told.platform}, {told.processors === 1 ? "1 processor" : `${told.processors} processors`}
    </Line>
    <Line name="Disk">
      {sayBytes(told.disk.free)} free of {sayBytes(told.disk.total)}
    </Line>
    <Line name="Base path">{told.base_path ? <code>{told.base_path}</code> : "None"}</Line>
  </dl>
);

const Places = ({ told: { paths } }: { told: Told }) => (
  <dl class="panel set-rows">
    <Path name="Data" path={paths.data} />
    <Path name="Films" path={paths.jobs} />
    <Path name="Finished parts" path={paths.cache} />
    <Path name="Database" path={paths.database} />
    {paths.config ? <Path name="Settings file" path={paths.config} /> : <Line name="Settings file">None was read</Line>}
  </dl>
);

const Path = ({ name, path }: { name: string; path: string }) => (
  <Line name={name} copy={path} what={`the path of ${name.toLowerCase()}`}>
    <code>{path}</code>
  </Line>
);

type LineProps = { name: string; copy?: string | null; what?: string; children: ComponentChildren };

const Line = ({ name, copy, what, children }: LineProps) => (
  <div class="set-line">
    <dt>{name}</dt>
    <dd>
      <span>{children}</span>
      {copy && <CopyButton text={copy} label={`Copy ${what}`} />}
    </dd>
  </div>
);

const Waiting = ({ lines }: { lines: number }) => (
  <div class="panel set-rows">
    {Array.from({ length: lines }, (_, at) => (
      <div key={at} class="set-line">
        <Skeleton width="60%" />
      </div>
    ))}
  </div>
);
