/** Those rows in which any of the texts contains what was typed. */
export function filtered<Row>(rows: Row[], typed: string, texts: (row: Row) => (string | undefined)[]): Row[] {
  const wanted = typed.trim().toLowerCase();
  return rows.filter(row => texts(row).some(text => (text ?? "").toLowerCase().includes(wanted)));
}
