import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { Failure } from "../api/failure";
import { dismissSuccesses } from "../ui/toast";
import { byField, reasonsOfOthers } from "./by-field";
import { changed } from "./changed";
import { sentence } from "./sentence";

type Check<Values> = (values: Values) => string | undefined;

interface Options<Values, Saved> {
  initial: Values;
  /**
   * Whether the form shows later values of `initial` too, except in fields that were edited.
   * `initial` must then be memoized.
   */
  followsInitial?: boolean;
  /**
   * Checks that need no server, with the same texts. They run when a field loses focus and on
   * submit. An unchanged stored value is not checked: it may predate the rule, and is not sent.
   */
  checks?: { [Name in keyof Values]?: Check<Values> };
  /** Whether the checks run on submit only: for a form that can be left without filling it in. */
  checksOnSubmit?: boolean;
  /** The fields to blame for error codes that come without `details`, by code. */
  blame?: Record<string, keyof Values & string>;
  /** `before` holds the initial values, or those saved last. */
  save: (values: Values, before: Values) => Promise<Saved>;
  /** The stored values after a save. Only needed if the form stays open. */
  valuesOf?: (saved: Saved) => Values;
  onSaved?: (saved: Saved) => void;
}

/**
 * Holds the values of a form, checks them and saves them. Errors from the server are shown too:
 * `details` at the fields of the same name, codes in `blame` at their field, and the rest as
 * `failure`, in a callout.
 */
export function useForm<Values extends object, Saved>(options: Options<Values, Saved>) {
  const { initial, followsInitial = false, save, valuesOf, onSaved } = options;
  const { checks = {} as Record<string, never>, checksOnSubmit = false, blame = {} } = options;
  type Name = keyof Values & string;
  const [before, setBefore] = useState(initial);
  const [values, setValues] = useState(before);
  const [errors, setErrors] = useState<Partial<Record<Name, string>>>({});
  const form = useRef<HTMLFormElement>(null);
  const saving = useMutation<Saved, unknown, Values>({
    mutationFn: (sent) => save(sent, before),
    onSuccess: (saved, sent) => {
      if (valuesOf) rebase(sent, valuesOf(saved));
      onSaved?.(saved);
    },
  });

  const failure = saving.error ? Failure.from(saving.error) : undefined;
  const blamed = failure && blame[failure.code];
  const details = blamed ? { [blamed]: [failure.message] } : byField(failure?.details ?? {});
  const hasFieldError = Object.keys(details).some((name) => name in before);
  const others = blamed ? [] : reasonsOfOthers(failure?.details ?? {}, (name) => name in before);
  const elsewhere =
    failure && others.length > 0
      ? new Failure({ ...failure, message: [failure.message, ...others].join(" ") })
      : failure;

  const focusFirstError = () =>
    requestAnimationFrame(() =>
      form.current
        ?.querySelector<HTMLElement>("[aria-invalid=true], [data-invalid] button")
        ?.focus(),
    );
  useEffect(() => {
    if (saving.isError) focusFirstError();
  }, [saving.isError]);

  const check = (name: Name) => {
    const isStored = values[name] !== "" && values[name] === before[name];
    const error = isStored
      ? undefined
      : (checks as Record<string, Check<Values> | undefined>)[name]?.(values);
    setErrors((before) => ({ ...before, [name]: error }));
    return error;
  };
  const set = <Field extends Name>(name: Field, value: Values[Field]) => {
    setValues((before) => ({ ...before, [name]: value }));
    setErrors((before) => ({ ...before, [name]: undefined }));
  };
  /** Shows the stored values, but keeps what was typed since they were sent. */
  const rebase = (sent: Values, stored: Values) => {
    setBefore(stored);
    setValues((now) => ({ ...stored, ...changed(sent, now) }));
  };
  useEffect(() => {
    if (followsInitial) rebase(before, initial);
  }, [followsInitial, initial]);
  // An error from the server disappears once the value changes.
  const errorOf = (name: Name): string | undefined => {
    const isSame = saving.variables?.[name] === values[name];
    const reasons = errors[name] ? [errors[name]] : isSame ? (details[name] ?? []) : [];
    // A list has one reason per invalid value; equal reasons are shown once.
    return reasons.length > 0 ? [...new Set(reasons)].map(sentence).join(" ") : undefined;
  };

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (saving.isPending) return;
    const found = (Object.keys(before) as Name[]).map(check).some((error) => error !== undefined);
    if (found) {
      dismissSuccesses();
      focusFirstError();
    } else saving.mutate(values);
  };

  return {
    /** The initial values, or those saved last. */
    before,
    values,
    set,
    submit,
    ref: form,
    isPending: saving.isPending,
    /** A failure to show next to the buttons, because it belongs to no field. */
    failure: hasFieldError && others.length === 0 ? undefined : elsewhere,
    errorOf,
    /** The props of a text field. */
    field: <Field extends Name>(name: Field) => ({
      name,
      value: values[name],
      onChange: (value: Values[Field]) => set(name, value),
      onBlur: () => {
        if (!checksOnSubmit) check(name);
      },
      error: errorOf(name),
    }),
  };
}
