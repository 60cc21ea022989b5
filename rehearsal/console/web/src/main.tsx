import "@cloudscape-design/global-styles/index.css";

import { disableMotion } from "@cloudscape-design/global-styles";
import { createRoot } from "react-dom/client";

import { App } from "./App";

// A picture or a click in the middle of an animation is another one each time.
disableMotion(true);

createRoot(document.getElementById("root")!).render(<App />);
