/** A time of the API in the reader's own time zone, as the console writes it: `2026-11-24 15:00:00 UTC+0800`. */
export function written(time: string | undefined): string {
  if (!time) return "-";
  const at = new Date(time);
  const minutes = -at.getTimezoneOffset();
  const local = new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, 19).replace("T", " ");
  const two = (number: number) => String(Math.floor(number)).padStart(2, "0");
  return `${local} UTC${minutes < 0 ? "-" : "+"}${two(Math.abs(minutes) / 60)}${two(Math.abs(minutes) % 60)}`;
}
