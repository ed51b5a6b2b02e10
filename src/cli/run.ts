import type { Diagnosis } from "../domain/diagnosis.ts";
import { ERROR_CODES, toErrorData } from "../domain/error.ts";
import { cancel } from "./cancel.ts";
import { config } from "./config.ts";
import { doctor } from "./doctor.ts";
import type { StartEngine } from "./engine.ts";
import { healthcheck } from "./healthcheck.ts";
import { jobs } from "./jobs.ts";
import { type Listing, listStyles, listVoices } from "./listings.ts";
import { logs } from "./logs.ts";
import { make } from "./make.ts";
import { sayNearest } from "./nearest.ts";
import { serve } from "./serve.ts";
import type { OpenStudio, Surroundings } from "./studio.ts";
import { submit } from "./submit.ts";
import { watch } from "./watch.ts";

/** What main hands to the commands. */
export type Means = {
  openStudio: OpenStudio;
  startEngine: StartEngine;
  diagnose: (dataFolder: string) => Promise<Diagnosis[]>;
  listing: () => Promise<Listing>;
};

const HELP = `Kinora makes films from words, on this machine, with no key and no network.

Usage: kinora COMMAND [options]

  make         Make a film from a prompt, a script or a storyboard
  voices       List the voices
  styles       List the styles, or draw them on one sheet
  serve        Start the server, which makes films for whoever asks
  submit       Have a server make a film
  jobs         List a server's jobs
  watch        Show how a job goes until it is over
  logs         Print what a job says
  cancel       Stop a job
  config       Show every setting and where it comes from
  healthcheck  Ask whether the server on this machine is ready
  doctor       Check that this machine has what films need, and say how to mend what it has not

  kinora make "A sunset over the ocean"     the first film
  kinora make --help                        all that can be set
  kinora --version
`;

type Command = (args: string[], around: Surroundings, means: Means) => Promise<number>;

const COMMANDS: Record<string, Command> = {
  make: (args, around, means) => make(args, around, means.openStudio),
  voices: async (args, around, means) => listVoices(args, around, await means.listing()),
  styles: async (args, around, means) => listStyles(args, around, await means.listing(), means.openStudio),
  serve: (args, around, means) => serve(args, around, means.startEngine),
  submit: (args, around) => submit(args, around),
  jobs: (args, around) => jobs(args, around),
  watch: (args, around) => watch(args, around),
  logs: (args, around) => logs(args, around),
  cancel: (args, around) => cancel(args, around),
  config: (args, around) => config(args, around),
  healthcheck: (args, around) => healthcheck(args, around),
  doctor: (args, around, means) => doctor(args, around, means.diagnose),
};

/** Runs the command that the arguments name; returns the exit status. */
export async function runCommand(args: string[], around: Surroundings, means: Means): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    around.stdout.write(HELP);
    return name === undefined ? 2 : 0;
  }
  if (name === "--version" || name === "-v") {
    around.stdout.write(`kinora ${around.version}\n`);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    around.stderr.write(
      `kinora: There is no command ${JSON.stringify(name)}.${sayNearest(name, Object.keys(COMMANDS))} See: kinora --help\n`,
    );
    return 2;
  }
  try {
    return await command(rest, around, means);
  } catch (error) {
    const { code, message } = toErrorData(error);
    around.stderr.write(`kinora: ${message}\n`);
    return ERROR_CODES[code].exit;
  }
}
