import type { Random } from "../../domain/seed.ts";
import { between } from "./stage.ts";

const at = (x: number, y: number): string => `${x.toFixed(1)},${y.toFixed(1)}`;

/** A fir under snow: its dark boughs and, apart, the snow that lies on them. */
export function snowyFir(random: Random, x: number, ground: number, height: number, tiers = 6): { dark: string; snow: string } {
  const half = height * between(random, 0.2, 0.26);
  let dark = `M${at(x - height * 0.022, ground + 3)}L${at(x - height * 0.016, ground - height * 0.16)}L${at(x + height * 0.016, ground - height * 0.16)}L${at(x + height * 0.022, ground + 3)}Z`;
  let snow = "";
  for (let tier = tiers; tier >= 1; tier--) {
    const part = tier / tiers;
    const top = ground - height * (1 - 0.8 * ((tier - 1) / tiers) ** 1.05);
    const foot = ground - height * (1 - 0.92 * part ** 1.05) + height * 0.03;
    const [left, right] = [half * part * between(random, 0.85, 1.1), half * part * between(random, 0.85, 1.1)];
    const sag = height * 0.05 * (0.4 + part);
    dark += `M${at(x, top)}Q${at(x + right * 0.35, foot - sag * 1.2)} ${at(x + right, foot)}Q${at(x + right * 0.7, foot + sag * 0.1)} ${at(x + right * 0.5, foot + sag * 0.5)}Q${at(x, foot - sag * 0.1)} ${at(x - left * 0.45, foot + sag * 0.5)}Q${at(x - left * 0.7, foot + sag * 0.1)} ${at(x - left, foot)}Q${at(x - left * 0.35, foot - sag * 1.2)} ${at(x, top)}Z`;
    const edge = tier === tiers ? 0.86 : between(random, 0.55, 0.72);
    const low = top + (foot - top) * edge;
    snow += `M${at(x, top - height * 0.006)}Q${at(x + right * 0.32, foot - sag * 1.45)} ${at(x + right * 0.97, foot - height * 0.006)}Q${at(x + right * 0.62, foot - sag * 0.5)} ${at(x + right * 0.42, low + sag * 0.9)}Q${at(x + right * 0.2, low - sag * 0.2)} ${at(x + right * 0.02, low + sag * 0.5)}Q${at(x - left * 0.2, low - sag * 0.6)} ${at(x - left * 0.4, low + sag * 0.8)}Q${at(x - left * 0.66, foot - sag * 0.6)} ${at(x - left * 0.97, foot - height * 0.006)}Q${at(x - left * 0.32, foot - sag * 1.45)} ${at(x, top - height * 0.006)}Z`;
  }
  return { dark, snow };
}

/** A bare broad tree: limbs that fork and thin until they are twigs; and, apart, the snow along their upper sides. */
export function bareTree(random: Random, x: number, ground: number, height: number): { wood: string; snow: string } {
  let [wood, snow] = ["", ""];
  const limb = (fromX: number, fromY: number, angle: number, length: number, half: number, level: number): void => {
    const bend = between(random, -0.22, 0.22);
    const toX = fromX + Math.sin(angle + bend) * length;
    const toY = fromY - Math.cos(angle + bend) * length;
    const midX = fromX + Math.sin(angle) * length * 0.55;
    const midY = fromY - Math.cos(angle) * length * 0.55;
    const thin = half * (level > 3 ? 0.3 : 0.62);
    const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
    wood += `M${at(fromX - nx * half, fromY - ny * half)}Q${at(midX - nx * half * 0.8, midY - ny * half * 0.8)} ${at(toX - nx * thin, toY - ny * thin)}L${at(toX + nx * thin, toY + ny * thin)}Q${at(midX + nx * half * 0.8, midY + ny * half * 0.8)} ${at(fromX + nx * half, fromY + ny * half)}Z`;
    if (level > 0 && level < 5 && Math.abs(angle) > 0.35) {
      const lift = Math.max(1, half * 0.9);
      snow += `M${at(fromX, fromY - half * 0.5)}Q${at(midX, midY - lift * 1.5)} ${at(toX, toY - thin)}Q${at(midX, midY - lift * 0.3)} ${at(fromX, fromY - half * 0.5)}Z`;
    }
    if (level >= 5) return;
    const forks = level === 0 ? 4 : random() < 0.4 ? 3 : 2;
    for (let fork = 0; fork < forks; fork++) {
      const spread = (fork / (forks - 1) - 0.5) * between(random, 0.9, 1.35) * (level === 0 ? 1.5 : 1);
      limb(toX, toY, clampTurn(angle + bend + spread), length * between(random, 0.7, 0.86), thin * between(random, 0.72, 0.95), level + 1);
    }
  };
  limb(x, ground + 2, between(random, -0.06, 0.06), height * 0.26, height * 0.026, 0);
  return { wood, snow };
}

const clampTurn = (angle: number): number => Math.max(-1.75, Math.min(1.75, angle));
