import "./icon.css";
import { ICONS, type IconName } from "./icons";

interface Props {
  name: IconName;
}

/** An icon next to text. Hidden from screen readers. */
export function Icon({ name }: Props) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={ICONS[name]} />
    </svg>
  );
}
