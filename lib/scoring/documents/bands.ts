import { repeats, type OwnFault } from "./loose";

/** A band as far as it can be read: a bound that is not there or cannot be read is NaN, which is above and below nothing. */
type Bounds = {
  readonly key?: string | undefined;
  readonly from: number;
  readonly to: number;
  readonly eachAtLeast?: number;
};

function boundFaults({ from, to }: Bounds, index: number, limit: number): OwnFault[] {
  const faults: OwnFault[] = [];
  const at = (code: string, name: "from" | "to", data: Record<string, number>) =>
    faults.push({ code, path: [index, name], data });
  if (to < from) at("band-upside-down", "to", { from });
  if (from === limit) at("bands-overlap", "from", { above: limit });
  if (from > limit) at("bands-not-descending", "from", { above: limit });
  if (to >= limit) at("bands-overlap", "to", { above: limit });
  if (to < limit - 1) at("bands-leave-hole", "to", { low: to + 1, high: limit - 1 });
  return faults;
}

function endFaults(bands: readonly Bounds[], maxTotal: number): OwnFault[] {
  const faults: OwnFault[] = [];
  const { to: best = Number.NaN } = bands[0] ?? {};
  const { from: last = Number.NaN } = bands.at(-1) ?? {};
  if (best < maxTotal)
    faults.push({
      code: "bands-leave-hole",
      path: [0, "to"],
      data: { low: best + 1, high: maxTotal },
    });
  if (last > 0)
    faults.push({
      code: "bands-leave-hole",
      path: [bands.length - 1, "from"],
      data: { low: 0, high: last - 1 },
    });
  return faults;
}

/** A floor of the lowest band lets nobody fall; one below a worse band's asks for less than what is asked there already. */
function floorFaults(bands: readonly Bounds[]): OwnFault[] {
  const floors = bands.map(({ eachAtLeast = Number.NaN }) => eachAtLeast);
  return floors.flatMap((floor, index): OwnFault[] => {
    const path = [index, "eachAtLeast"];
    if (Number.isNaN(floor)) return [];
    if (index === floors.length - 1) return [{ code: "band-floor-idle", path }];
    const worse = floors.slice(index + 1).find((other) => other > floor);
    return worse === undefined ? [] : [{ code: "band-floor-lower", path, data: { worse } }];
  });
}

/** What keeps bands, best first, from naming every total from 0 to `maxTotal` exactly once. All in half-points, or NaN. */
export function bandFaults(bands: readonly Bounds[], maxTotal: number): OwnFault[] {
  const faults = bands.flatMap((band, index) =>
    boundFaults(band, index, bands[index - 1]?.from ?? Number.NaN),
  );
  faults.push(...endFaults(bands, maxTotal), ...floorFaults(bands));
  for (const index of repeats(bands.map(({ key }) => key)))
    faults.push({ code: "band-repeated", path: [index, "key"] });
  bands.forEach((band, index) => {
    for (const name of ["from", "to"] as const)
      if (band[name] > maxTotal)
        faults.push({ code: "band-out-of-reach", path: [index, name], data: { maxTotal } });
  });
  return faults;
}
