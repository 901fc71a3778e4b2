import type { App } from "../api/types";
import type { useForm } from "../form/use-form";
import type { AppValues } from "./app-values";

/** The settings form of an app. Its parts are in separate cards. */
export type AppForm = ReturnType<typeof useForm<AppValues, App>>;
