import { z } from "zod";
import { ERROR_CODES, type ErrorCode } from "../../domain/error.ts";

/** The answer to `ping`. */
export const Pong = z
  .object({ event: z.literal("pong").describe("The answer to `ping`") })
  .meta({ title: "Pong", description: "The socket is there, and everything that was said before has been dealt with" });

/** The answer to a message that cannot be taken. */
export const SocketError = z
  .object({
    event: z.literal("error").describe("A message could not be taken"),
    code: z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]]).describe("What is wrong, from a closed list"),
    message: z.string().describe("What is wrong, in a sentence"),
  })
  .meta({ title: "SocketError", description: "A message that cannot be taken; the socket stays open and nothing has changed" });
