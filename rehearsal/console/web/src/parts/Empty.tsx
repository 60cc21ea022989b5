import Box from "@cloudscape-design/components/box";

/** What a table shows instead of rows. */
export function Empty({ children }: { children: string }) {
  return (
    <Box textAlign="center" color="inherit">
      {children}
    </Box>
  );
}
