import type { ReactNode } from "react";
import { Form } from "react-aria-components/Form";
import { Button } from "../ui/button";
import { DialogActions } from "../ui/dialog-actions";
import { FailureCallout } from "../ui/failure-callout";
import type { useForm } from "./use-form";

interface Props {
  form: Pick<ReturnType<typeof useForm>, "ref" | "submit" | "failure" | "isPending">;
  /** The fields. */
  children: ReactNode;
  /** The text of the button that submits. */
  submit: string;
  onCancel: () => void;
}

/** A form in a dialog: the fields, the failure that belongs to no field, and the buttons. */
export function DialogForm({ form, children, submit, onCancel }: Props) {
  return (
    <Form className="dialog-body" ref={form.ref} onSubmit={form.submit}>
      {children}
      <FailureCallout error={form.failure} />
      <DialogActions onClose={onCancel} isBusy={form.isPending}>
        <Button type="submit" kind="primary" isPending={form.isPending}>
          {submit}
        </Button>
      </DialogActions>
    </Form>
  );
}
