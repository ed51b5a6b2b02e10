/** What is under letters: a copy blurred over about `blur` px, moved down by `drop` px, multiplied by `opacity` (above 1 it spreads). */
export type Shadow = { blur: number; drop: number; opacity: number };

type Field = { width: number; height: number; values: Float32Array };
/** For each output position the cell before it, in a field with an empty border, and how far it lies towards the next. */
type Steps = { cells: Int32Array; parts: Float32Array };

/** A wide shadow is worked out relatively finer, or its cells show. */
const FINE_BELOW = 12;

/** Adds the shadow of `ink` to `under` (both `width` x `height`, 0..255), worked out at a fraction of the size. */
export function castShadow(under: Uint8Array, ink: Uint8Array, width: number, height: number, { blur, drop, opacity }: Shadow): void {
  const step = Math.max(1, Math.floor(blur / (blur < FINE_BELOW ? 2 : 4)));
  const small = shrink(ink, width, height, step);
  for (let pass = 0; pass < 3; pass++) boxBlur(small, Math.max(1, Math.round(blur / step / 1.7)));
  const columns = steps(width, step, 0, small.width);
  const rows = steps(height, step, drop, small.height);
  for (let y = 0; y < height; y++)
    addRow(under.subarray(y * width, (y + 1) * width), small, rows.cells[y]! * small.width, rows.parts[y]!, columns, opacity);
}

function addRow(row: Uint8Array, { width, values }: Field, at: number, part: number, { cells, parts }: Steps, opacity: number): void {
  for (let x = 0; x < row.length; x++) {
    const cell = at + cells[x]!;
    const across = parts[x]!;
    const upper = values[cell]! + (values[cell + 1]! - values[cell]!) * across;
    const lower = values[cell + width]! + (values[cell + width + 1]! - values[cell + width]!) * across;
    const dark = Math.min(255, (upper + (lower - upper) * part) * opacity);
    row[x] = row[x]! + (dark * (255 - row[x]!)) / 255 + 0.5;
  }
}

function steps(count: number, step: number, shift: number, size: number): Steps {
  const cells = new Int32Array(count);
  const parts = new Float32Array(count);
  for (let index = 0; index < count; index++) {
    const at = Math.max(0, Math.min(size - 2, (index - shift + 0.5) / step + 0.5));
    cells[index] = Math.min(size - 2, Math.floor(at));
    parts[index] = at - cells[index]!;
  }
  return { cells, parts };
}

/** Means over squares of `step` pixels, with an empty border of one cell. */
function shrink(ink: Uint8Array, width: number, height: number, step: number): Field {
  const field = { width: Math.ceil(width / step) + 2, height: Math.ceil(height / step) + 2 };
  const values = new Float32Array(field.width * field.height);
  const cells = Int32Array.from({ length: width }, (_, x) => Math.floor(x / step) + 1);
  for (let y = 0; y < height; y++) {
    const row = (Math.floor(y / step) + 1) * field.width;
    for (let x = 0; x < width; x++) values[row + cells[x]!]! += ink[y * width + x]!;
  }
  for (let index = 0; index < values.length; index++) values[index]! /= step * step;
  return { ...field, values };
}

/** Mean over 2 x radius + 1 values, along the rows and then along the columns; outside is empty. */
function boxBlur({ width, height, values }: Field, radius: number): void {
  const line = new Float32Array(Math.max(width, height) + 2 * radius + 1);
  for (let y = 0; y < height; y++) blurLine(values, y * width, 1, width, radius, line);
  for (let x = 0; x < width; x++) blurLine(values, x, width, height, radius, line);
}

function blurLine(values: Float32Array, from: number, stride: number, count: number, radius: number, line: Float32Array): void {
  line.fill(0);
  for (let index = 0; index < count; index++) line[index + radius + 1] = values[from + index * stride]!;
  let total = 0;
  for (let index = 0; index < radius + 1; index++) total += line[index + radius]!;
  for (let index = 0; index < count; index++) {
    total += (line[index + 2 * radius + 1] ?? 0) - (index === 0 ? 0 : line[index]!);
    values[from + index * stride] = Math.max(0, total / (2 * radius + 1));
  }
}
