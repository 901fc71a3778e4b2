import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { Failure } from "../api/failure";
import { byField } from "./by-field";
import { changed } from "./changed";
import { sentence } from "./sentence";

type Check<Values> = (values: Values) => string | undefined;

interface Options<Values, Saved> {
  initial: Values;
  /**
   * What can be said without the server, in its own words; looked at on leaving the field. A value
   * that is stored already is not checked: it may be older than the rule, and is not sent.
   */
  checks?: { [Name in keyof Values]?: Check<Values> };
  /** Codes of failures without `details`, and the field that is to blame for each. */
  blame?: Record<string, keyof Values & string>;
  /** `before` is what the form began with, or was saved as last. */
  save: (values: Values, before: Values) => Promise<Saved>;
  /** The values that are stored now, where the form stays open. */
  valuesOf?: (saved: Saved) => Values;
  onSaved?: (saved: Saved) => void;
}

/**
 * The values of a form, what is wrong with them, and the way to the server. The server has the last
 * word: its `details` show beside the fields of the same name, what `blame` knows beside that field,
 * and the rest above the form.
 */
export function useForm<Values extends object, Saved>(options: Options<Values, Saved>) {
  const { checks = {} as Record<string, never>, blame = {}, save, valuesOf, onSaved } = options;
  type Name = keyof Values & string;
  const [before, setBefore] = useState(options.initial);
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
  const ofServer = Object.keys(details).filter((name) => name in before);

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
  /** Shows what is stored, save where something else was typed since it was sent. */
  const rebase = (sent: Values, stored: Values) => {
    setBefore(stored);
    setValues((now) => ({ ...stored, ...changed(sent, now) }));
  };
  // What the server refused is no longer wrong once it is another value.
  const errorOf = (name: Name): string | undefined => {
    const isSame = saving.variables?.[name] === values[name];
    const reasons = errors[name] ? [errors[name]] : isSame ? (details[name] ?? []) : [];
    // One reason for each wrong value of a list: said once.
    return reasons.length > 0 ? [...new Set(reasons)].map(sentence).join(" ") : undefined;
  };

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (saving.isPending) return;
    const found = (Object.keys(before) as Name[]).map(check).some((error) => error !== undefined);
    if (found) focusFirstError();
    else saving.mutate(values);
  };

  return {
    /** What the form began with, or was saved as last. */
    before,
    values,
    set,
    submit,
    ref: form,
    isPending: saving.isPending,
    /** What to say above the form: a failure that no field explains. */
    failure: ofServer.length > 0 ? undefined : failure,
    errorOf,
    /** Everything that a field of text needs. */
    field: <Field extends Name>(name: Field) => ({
      name,
      value: values[name],
      onChange: (value: Values[Field]) => set(name, value),
      onBlur: () => void check(name),
      error: errorOf(name),
    }),
  };
}
