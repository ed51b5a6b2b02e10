import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { hasChromium, openChromium } from "../client/chromium.ts";
import { stop } from "../client/serving.ts";
import { type Server, until, untilOver } from "../helpers/server.ts";
import { startProgram } from "./program.ts";
import { countJobs, findBarriers, isTooWide, untilReady, type Visit, type VisitOptions, visit } from "./visit.ts";

let server: Server;
let browser: Browser;

beforeAll(async () => {
  if (!hasChromium) return;
  [server, browser] = await Promise.all([startProgram(), openChromium()]);
  await untilReady(server);
});
afterAll(async () => {
  if (!hasChromium) return;
  await browser.close();
  await stop(server);
});

/** Opens the page, does something on it, and finds nothing to complain of. */
async function onPage(path: string, act: (page: Page, visit: Visit) => Promise<void>, options?: VisitOptions): Promise<void> {
  const visited = await visit(browser, server.url + path, options);
  try {
    await act(visited.page, visited);
    expect(visited.complaints).toEqual([]);
  } finally {
    await visited.page.context().close();
  }
}

const prompt = (page: Page) => page.getByRole("textbox", { name: "The prompt" });
const unfold = (page: Page) => page.locator(".create-details summary").click();
const choose = (page: Page, name: string) => page.getByRole("radio", { name, exact: true }).check();
const makeButton = (page: Page) => page.locator(".create-side").getByRole("button", { name: "Make this video" });
const newestRequests = async () => (await server.call("GET", "/mcp/jobs?limit=5")).body.jobs;

/** So that a job waits, and costs nothing. */
async function startTomorrow(page: Page): Promise<void> {
  await unfold(page);
  const at = new Date(Date.now() + 86_400_000 * 2).toISOString().slice(0, 16);
  await page.getByLabel("Not before").fill(at);
}

describe.skipIf(!hasChromium)("the page on which films are asked for", () => {
  test(
    "a film goes from the form to done without loading anew",
    () =>
      onPage("/create", async (page) => {
        await page.evaluate(() => Object.assign(globalThis, { same: true }));
        await choose(page, "Exact script");
        await page.getByRole("textbox", { name: "The script" }).fill("Rivers begin small. They end as seas.");
        await choose(page, "480p");
        await unfold(page);
        await choose(page, "Draft");
        await page.keyboard.press("Control+Enter");
        const made = page.getByRole("region", { name: "The film that you asked for" });
        await made.getByRole("heading").waitFor();
        const timeout = 45_000;
        await Promise.all([
          page.getByText("Your film is ready").waitFor({ timeout }),
          page.locator(".toast").getByText("is ready").waitFor({ timeout }),
        ]);
        await made.getByRole("link", { name: "Watch it" }).click();
        await page.waitForURL(/\/jobs\/[0-9a-f-]{36}$/);
        expect(await page.evaluate(() => "same" in globalThis)).toBe(true);
        const [job] = await newestRequests();
        expect(page.url()).toEndWith(job.job_id);
        expect(job).toMatchObject({ status: "completed", priority: 5 });
      }),
    60_000,
  );

  test("another begins with the same settings and no words", () =>
    onPage("/create", async (page) => {
      await page.locator(".create-preset", { hasText: "Social" }).click();
      await prompt(page).fill("Goats and coffee");
      await startTomorrow(page);
      await makeButton(page).click();
      await page.getByText("Your film waits for its time").or(page.getByText("in the queue")).first().waitFor();
      await page.getByRole("button", { name: "Make another" }).click();
      expect(await prompt(page).inputValue()).toBe("");
      expect(await page.getByRole("radio", { name: "1:1" }).isChecked()).toBe(true);
      expect(await page.getByRole("radio", { name: /^Social/ }).isChecked()).toBe(true);
      await makeButton(page).waitFor();
      const [{ job_id }] = await newestRequests();
      expect((await server.call("POST", `/mcp/cancel/${job_id}`)).status).toBe(200);
    }));

  test("a draft is there again after loading anew, and gone once it is sent", () =>
    onPage("/create", async (page) => {
      await prompt(page).fill("A draft that stays");
      await choose(page, "9:16");
      await page.getByText(/Draft saved \d/).waitFor();
      await page.reload();
      await until(
        () => prompt(page).inputValue(),
        (value) => value === "A draft that stays",
      );
      expect(await page.getByRole("radio", { name: "9:16" }).isChecked()).toBe(true);
      await prompt(page).fill("Typed just before leaving");
      await page.reload();
      await until(
        () => prompt(page).inputValue(),
        (value) => value === "Typed just before leaving",
      );
      await startTomorrow(page);
      await makeButton(page).click();
      await page.getByRole("button", { name: "Make another" }).waitFor();
      await page.reload();
      await makeButton(page).waitFor();
      expect(await prompt(page).inputValue()).toBe("");
    }));

  test("where the browser keeps nothing the page works all the same", () =>
    onPage("/create", async (page) => {
      await page.evaluate(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
      });
      await prompt(page).fill("No room");
      await page.getByText("no room to keep a draft").waitFor();
    }));

  test("pressing twice, and an answer that is lost, make one job", () =>
    onPage("/create", async (page, { asked }) => {
      const before = await countJobs(server);
      await prompt(page).fill("Only once");
      await startTomorrow(page);
      let lost = 0;
      await page.route("**/mcp/generate", async (route) => {
        if (lost++ > 0) return route.continue();
        await route.fetch();
        await route.abort();
      });
      await makeButton(page).dblclick();
      await page.keyboard.press("Control+Enter");
      await page.getByRole("button", { name: "Make another" }).waitFor();
      expect(await countJobs(server)).toBe(before + 1);
      expect(asked.filter((line) => line === "POST /mcp/generate")).toHaveLength(2);
    }));

  test("the same form sent again by another page after a lost answer is the same job", () =>
    onPage("/create", async (page) => {
      const before = await countJobs(server);
      await prompt(page).fill("Once, over a reload");
      await startTomorrow(page);
      await page.route("**/mcp/generate", async (route) => {
        await route.fetch();
        await route.abort();
      });
      await makeButton(page).click();
      await page.getByText("The server cannot be reached.").waitFor();
      await page.unroute("**/mcp/generate");
      await page.reload();
      await makeButton(page).click();
      await page.getByRole("button", { name: "Make another" }).waitFor();
      expect(await countJobs(server)).toBe(before + 1);
    }));

  test("what the server finds wrong stands by its field, and nothing is lost", () =>
    onPage("/create", async (page) => {
      await prompt(page).fill("A wrong seed");
      await unfold(page);
      await page.getByLabel("Seed", { exact: true }).fill("99999999999");
      await unfold(page);
      await makeButton(page).click();
      const seed = page.locator("input[aria-invalid=true]");
      await seed.waitFor();
      expect(await seed.evaluate((field) => field === document.activeElement)).toBe(true);
      const about = (await seed.getAttribute("aria-describedby")) as string;
      expect(await page.locator(`[id="${about}"] .fault`).textContent()).not.toBe("");
      expect(await prompt(page).inputValue()).toBe("A wrong seed");
      expect(await seed.inputValue()).toBe("99999999999");
      await seed.fill("7");
      await until(
        () => page.locator("[aria-invalid=true]").count(),
        (count) => count === 0,
      );
    }));

  test("words are asked for where there are none, and nothing is sent", () =>
    onPage("/create", async (page, { asked }) => {
      await makeButton(page).click();
      await page.getByText("The prompt is empty; say what the film is about.").waitFor();
      expect(await prompt(page).evaluate((field) => field === document.activeElement)).toBe(true);
      expect(asked).not.toContain("POST /mcp/generate");
    }));

  test("a job's request fills the form in, and the draft before comes back when it is wanted", async () => {
    const request = {
      prompt: "Fill me in",
      duration_target: 42,
      style: "broadcast",
      aspect: "9:16",
      quality: "480p",
      priority: 8,
      seed: 11,
      music: "calm",
      review: true,
      run_at: new Date(Date.now() + 9e7).toISOString(),
    };
    const { job_id } = (await server.call("POST", "/mcp/generate", { json: request })).body;
    await onPage("/create", async (page) => {
      await prompt(page).fill("My own words");
      await page.getByText(/Draft saved \d/).waitFor();
      await page.goto(`${server.url}/create?from=${job_id}`);
      await until(
        () => prompt(page).inputValue(),
        (value) => value === "Fill me in",
      );
      await page.waitForURL(/\/create$/);
      expect(await page.getByLabel("Length in seconds").inputValue()).toBe("42");
      expect(await page.getByRole("radio", { name: "9:16" }).isChecked()).toBe(true);
      expect(await page.getByRole("combobox", { name: "Music" }).inputValue()).toBe("calm");
      expect(await page.getByRole("switch", { name: "Stop at the storyboard" }).isChecked()).toBe(true);
      await unfold(page);
      expect(await page.getByLabel("Style", { exact: true }).inputValue()).toBe("broadcast");
      expect(await page.getByLabel("Seed", { exact: true }).inputValue()).toBe("11");
      expect(await page.getByRole("radio", { name: "High" }).isChecked()).toBe(true);
      await page.getByRole("button", { name: "Bring it back" }).click();
      await until(
        () => prompt(page).inputValue(),
        (value) => value === "My own words",
      );
    });
  });

  test("a job that there is not is said, with the form as it was", () =>
    onPage("/create?prompt=From%20a%20link", async (page, { complaints }) => {
      await until(
        () => prompt(page).inputValue(),
        (value) => value === "From a link",
      );
      await page.goto(`${server.url}/create?from=01900000-0000-7000-8000-000000000000`);
      await page.getByText("That film's settings could not be loaded").waitFor();
      expect(await prompt(page).inputValue()).toBe("From a link");
      expect(complaints.splice(0)).toEqual([expect.stringContaining("404")]);
    }));

  test("the estimate follows what is filled in, without a place in what is typed", () =>
    onPage("/create", async (page, { asked }) => {
      await page.getByText("A film like this would be ready in about").waitFor();
      await prompt(page).pressSequentially("A storm at sea", { delay: 5 });
      await page.getByText("Ready in about", { exact: true }).waitFor();
      const questions = asked.filter((line) => line === "POST /mcp/estimate").length;
      expect(questions).toBeLessThan(6);
      await page.getByText(/about \d+ scenes, \d+ words/).waitFor();
      await choose(page, "Exact script");
      await page.getByRole("textbox", { name: "The script" }).fill("Rivers begin small. They end as seas.");
      await page.getByText(/about 2 scenes|about 1 scene,/).waitFor();
      expect(await prompt(page).count()).toBe(0);
    }));

  test("suggestions go to the end and can be taken back; an example begins", () =>
    onPage("/create", async (page) => {
      await page.getByRole("button", { name: /^Why rivers bend/ }).click();
      expect(await prompt(page).inputValue()).toStartWith("Why rivers bend");
      const begun = await prompt(page).inputValue();
      await page.getByRole("button", { name: "a time of day" }).click();
      expect(await prompt(page).inputValue()).toBe(`${begun} It is just before dawn.`);
      await page.keyboard.press("Control+z");
      expect(await prompt(page).inputValue()).toBe(begun);
    }));

  test("a voice can be heard before it is chosen", () =>
    onPage("/create", async (page) => {
      const choice = page.getByRole("combobox", { name: "Voice" });
      await until(
        () => choice.locator("option").count(),
        (count) => count > 3,
      );
      await page.getByRole("combobox", { name: "Language" }).selectOption("es");
      expect(await choice.locator("option").allTextContents()).not.toContain(expect.stringContaining("English"));
      const sample = page.waitForResponse((response) => response.url().includes("/sample"));
      await page.getByRole("button", { name: "Play a sample" }).click();
      await page.getByRole("button", { name: "Stop the sample" }).waitFor();
      expect((await sample).url()).toContain("language=es");
      await page.getByRole("button", { name: "Play a sample" }).waitFor();
      await page.route("**/sample*", (route) => route.abort());
      await choice.selectOption({ index: 1 });
      await page.getByRole("button", { name: "Play a sample" }).click();
      await page.getByText("could not be played").waitFor();
    }));

  test("the slider goes far with few keys, and the number takes any length", () =>
    onPage("/create", async (page) => {
      const slider = page.getByRole("slider", { name: "Length" });
      const number = page.getByLabel("Length in seconds");
      await slider.focus();
      await page.keyboard.press("End");
      expect(await number.inputValue()).toBe("600");
      await page.keyboard.press("Home");
      await page.keyboard.press("ArrowRight");
      expect(await number.inputValue()).toBe("11");
      await number.fill("137");
      expect(await slider.getAttribute("aria-valuetext")).toBe("2 min 17 s");
      await number.fill("7000");
      await number.blur();
      expect(await number.inputValue()).toBe("600");
    }));

  test("hostile words are words, counted as the server counts them, and stay inside", () =>
    onPage(
      "/create",
      async (page) => {
        const hostile = `<script>document.title='owned'</script>\u202E\u2067${"👨‍👩‍👧".repeat(50)}${"w".repeat(3000)}`;
        await prompt(page).fill(hostile);
        await page.getByText(`${[...hostile].length.toLocaleString("en")} / 20,000`).waitFor();
        expect(await isTooWide(page)).toBe(false);
        await startTomorrow(page);
        await page.locator(".create-dock").getByRole("button").click();
        await page.getByRole("button", { name: "Make another" }).waitFor();
        expect(await isTooWide(page)).toBe(false);
        expect(await page.title()).toBe("New video · Kinora");
        expect((await newestRequests())[0].prompt).toStartWith("<script>");
        await page.getByRole("button", { name: "Make another" }).click();
        await prompt(page).fill("😀".repeat(20_001));
        await page.getByText("The prompt is 1 character too long.").waitFor();
        await page.locator(".create-dock").getByRole("button").click();
        expect(await page.getByRole("button", { name: "Make another" }).count()).toBe(0);
      },
      { width: 320 },
    ));

  test("a film can be asked for by keyboard alone", () =>
    onPage("/create", async (page) => {
      await until(
        async () => {
          await page.keyboard.press("Tab");
          return page.evaluate(() => document.activeElement?.tagName);
        },
        (name) => name === "TEXTAREA",
      );
      await page.keyboard.type("Keys alone ? g j");
      expect(new URL(page.url()).pathname).toBe("/create");
      expect(await page.locator("dialog").count()).toBe(0);
      await page.keyboard.press("Control+Enter");
      await page.getByRole("region", { name: "The film that you asked for" }).getByRole("heading").waitFor();
      const [job] = await newestRequests();
      expect(job.prompt).toBe("Keys alone ? g j");
      await server.call("POST", `/mcp/cancel/${job.job_id}`);
      await page.getByText("Your film was cancelled").waitFor();
      await untilOver(server, job.job_id);
      await page.getByRole("link", { name: "New video" }).click();
      await page.getByText("Your film was cancelled").waitFor({ state: "detached" });
      expect(await prompt(page).inputValue()).toBe("");
    }));

  test.each([
    ["light", 320],
    ["dark", 1440],
  ] as const)("there are no barriers, %s at %d px", async (theme, width) => {
    const context = await browser.newContext({ bypassCSP: true, viewport: { width, height: 800 }, colorScheme: theme });
    await onPage(
      "/create",
      async (page) => {
        await page.getByText("A film like this would be ready in about").first().waitFor();
        await unfold(page);
        await page.getByLabel("Style", { exact: true }).selectOption("custom");
        await page.getByRole("button", { name: "Make this video" }).locator("visible=true").click();
        await page.locator("[aria-invalid=true]").waitFor();
        expect(await findBarriers(page)).toEqual([]);
        expect(await isTooWide(page)).toBe(false);
        await page.goto(`${server.url}/analyze`);
        await page.getByText("not part of this version yet").waitFor();
        expect(await findBarriers(page)).toEqual([]);
        expect(await isTooWide(page)).toBe(false);
      },
      { context },
    );
  });
});
