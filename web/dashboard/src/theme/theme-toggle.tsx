import { useSyncExternalStore } from "react";
import { strings } from "../strings/shell";
import { IconButton } from "../ui/icon-button";
import { chooseTheme, currentTheme, watchTheme } from "./theme";

/** Switches between the light and the dark theme. */
export function ThemeToggle() {
  const theme = useSyncExternalStore(watchTheme, currentTheme);
  return theme === "dark" ? (
    <IconButton icon="sun" label={strings.theme.toLight} onPress={() => chooseTheme("light")} />
  ) : (
    <IconButton icon="moon" label={strings.theme.toDark} onPress={() => chooseTheme("dark")} />
  );
}
