import { describe, expect, test } from "bun:test";
import { SUBJECT_PICTURES, subjectsIn } from "../../src/language/subjects.ts";

const pictures = (text: string, language: "en" | "es" = "en") => subjectsIn(text, language).map(({ picture }) => picture);

describe("subjects", () => {
  test("every picture exists in the set", async () => {
    const { icons } = (await Bun.file("node_modules/@iconify-json/fluent-emoji/icons.json").json()) as { icons: Record<string, unknown> };
    expect([...SUBJECT_PICTURES].filter((picture) => !(picture in icons))).toEqual([]);
    expect(SUBJECT_PICTURES.size).toBeGreaterThan(300);
  });

  test.each([
    ["The whale and two dolphins", ["spouting-whale", "dolphin"]],
    ["Wolves, polar bears and roses", ["wolf", "polar-bear", "rose"]],
    ["butterflies over cherries", ["butterfly", "cherries"]],
    ["A black cat with a cat", ["black-cat", "cat"]],
    ["The bear eats the fish", ["bear", "fish"]],
    ["astronauts' rockets", ["astronaut", "rocket"]],
  ])("%j names %j", (text, expected) => {
    expect(pictures(text)).toEqual(expected);
  });

  test.each([
    ["Ballenas y delfines", ["spouting-whale", "dolphin"]],
    ["Las gatas negras", ["black-cat"]],
    ["Dos leones, peces y camiones", ["lion", "fish", "delivery-truck"]],
    ["El corazón de la luz", []],
  ])("en español: %j names %j", (text, expected) => {
    expect(pictures(text, "es")).toEqual(expected as string[]);
  });

  test.each([
    "The light was light",
    "the heart of the matter",
    "Bear in mind that they bear it",
    "The sun rose over them",
    "He leaves the bank",
    "hands of mine in spring",
    "a movie star on the bank",
    "the seal of the king",
    "They fish and duck and train",
    "a key to success",
    "current bass crane organ cell",
    "Ship it, book it, match it",
    "I like what lies in store",
  ])("false friends bring no picture: %j", (text) => {
    expect(pictures(text)).toEqual([]);
  });
});
