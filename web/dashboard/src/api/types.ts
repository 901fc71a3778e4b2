import type { components, operations } from "./schema";

type Schemas = components["schemas"];

/** The objects of the API, named as in the contract. */
export type Administrator = Schemas["Administrator"];
export type AdministratorRole = Schemas["AdministratorRole"];
export type AdminSession = Schemas["AdminSession"];
export type ApiKey = Schemas["ApiKey"];
export type App = Schemas["App"];
export type AuditEvent = Schemas["AuditEvent"];
export type AuthToken = Schemas["AuthToken"];
export type CreateApp = Schemas["CreateApp"];
export type CreateRole = Schemas["CreateRole"];
export type CreateUser = Schemas["CreateUser"];
export type Failures = Schemas["Failures"];
export type ImportResult = Schemas["ImportResult"];
export type ImportUser = Schemas["ImportUser"];
export type InvitedAdministrator = Schemas["InvitedAdministrator"];
export type LiveEvent = Schemas["LiveEvent"];
export type Meta = Schemas["Meta"];
export type NewApiKey = Schemas["NewApiKey"];
export type NewApp = Schemas["NewApp"];
export type NewAuthToken = Schemas["NewAuthToken"];
export type Role = Schemas["Role"];
export type ServerInfo = Schemas["ServerInfo"];
export type SignedIn = Schemas["SignedIn"];
export type SignInLink = Schemas["SignInLink"];
export type Statistics = Schemas["Statistics"];
export type UpdateApp = Schemas["UpdateApp"];
export type UpdateRole = Schemas["UpdateRole"];
export type UpdateUser = Schemas["UpdateUser"];
export type User = Schemas["User"];
export type UsersPage = operations["listUsers"]["responses"][200]["content"]["application/json"];
