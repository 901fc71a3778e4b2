import type { components } from "./schema";

type Schemas = components["schemas"];

/** The objects of the API, named as in the contract. */
export type ApiKey = Schemas["ApiKey"];
export type AuthToken = Schemas["AuthToken"];
export type BulkResults = Schemas["BulkResults"];
export type CreatedUser = Schemas["CreatedUser"];
export type ErrorBody = Schemas["ErrorBody"];
export type Introspection = Schemas["Introspection"];
export type Me = Schemas["Me"];
export type Meta = Schemas["Meta"];
export type Role = Schemas["Role"];
export type Settings = Schemas["Settings"];
export type Statistics = Schemas["Statistics"];
export type Success = Schemas["Success"];
export type User = Schemas["User"];

/** The objects that only the dashboard has. */
export type {
  Administrator,
  AdminSession,
  App,
  AuditEvent,
  Failures,
  LiveEvent,
  NewApp,
  SignedIn,
  SignInLink,
} from "../../web/dashboard/src/api/types";

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
