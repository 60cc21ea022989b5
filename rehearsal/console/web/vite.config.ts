import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "../../../build/console",
    emptyOutDir: true, // it lies outside this folder, so Vite wants to be told
    chunkSizeWarningLimit: 1500, // kB; it is read from this computer
  },
  server: {
    fs: { allow: [".."] }, // labels.json
    proxy: { "/api": "http://127.0.0.1:5180" }, // npm run dev, beside python -m rehearsal.console --port 5180
  },
});
