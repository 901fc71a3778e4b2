import { useState } from "react";
import "./avatar.css";

interface Props {
  name: string;
  /** URL of the picture, if there is one. */
  src?: string | undefined;
  large?: boolean;
}

/** The picture or initials of a person. Hidden from screen readers: the name is next to it. */
export function Avatar({ name, src, large }: Props) {
  const [broken, setBroken] = useState<string>();
  return (
    <span className={large ? "avatar large" : "avatar"} aria-hidden="true">
      {initials(name)}
      {src && src !== broken && (
        <img src={src} alt="" loading="lazy" onError={() => setBroken(src)} />
      )}
    </span>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters.map((word) => [...(word ?? "")][0] ?? "").join("");
}
