import { useSyncExternalStore } from "react";
import "./toasts.css";
import { strings } from "../strings/common";
import { FailureAdvice } from "./failure-advice";
import { Icon } from "./icon";
import { IconButton } from "./icon-button";
import { currentToasts, dismissToast, watchToasts } from "./toast";
import { Given } from "./given";

/**
 * Shows the notifications of showToast() and showFailure(). `data-react-aria-top-layer` keeps them
 * accessible while a dialog is open.
 */
export function Toasts() {
  const toasts = useSyncExternalStore(watchToasts, currentToasts);
  return (
    <section
      className="toasts"
      aria-label={strings.notifications}
      aria-live="polite"
      aria-relevant="additions"
      data-react-aria-top-layer
    >
      {toasts.map(({ id, text, failure }) => (
        <div className={failure ? "toast bad" : "toast"} key={id}>
          <Icon name={failure ? "alert" : "check"} />
          <div className="toast-text">
            <p>
              <Given sentence>{text}</Given>
            </p>
            {failure && <FailureAdvice failure={failure} />}
          </div>
          <IconButton icon="close" label={strings.dismiss} small onPress={() => dismissToast(id)} />
        </div>
      ))}
    </section>
  );
}
