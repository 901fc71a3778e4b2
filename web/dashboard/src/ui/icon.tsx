import "./icon.css";
import { ICONS, type IconName } from "./icons";

interface Props {
  name: IconName;
}

/** A picture beside words; it says nothing to screen readers. */
export function Icon({ name }: Props) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={ICONS[name]} />
    </svg>
  );
}
