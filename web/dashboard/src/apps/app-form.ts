import type { App } from "../api/types";
import type { useForm } from "../form/use-form";
import type { AppValues } from "./app-values";

/** The form of settings, whose parts are each in a card. */
export type AppForm = ReturnType<typeof useForm<AppValues, App>>;
