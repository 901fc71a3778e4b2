/** The objects of the API, as far as the tests read them. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

export interface User {
  uid: string;
  name: string;
  avatar?: string;
  role: string;
  status: "available" | "offline";
  createdAt: number;
  updatedAt: number;
  deactivatedAt: number;
  lastActiveAt: number;
  blockedByMe: boolean;
  hasBlockedMe: boolean;
  blockedByMeAt?: number;
  blockedAt?: number;
  conversationId?: string;
  tags?: string[];
  metadata?: Record<string, unknown>;
  authToken?: string;
}

export interface Settings {
  CHAT_HOST: string;
  CHAT_WSS_PORT: number;
  CLIENT_API_HOST: string;
  ADMIN_API_HOST: string;
  REGION: string;
}

export interface Me extends User {
  authToken: string;
  jwt: string;
  settings?: Settings;
}

export interface AuthToken {
  id: string;
  uid: string;
  authToken: string;
  createdAt: number;
  expiresAt: number;
  idleTimeout: number;
  lastUsedAt: number;
  used: boolean;
  createdBy?: string;
  lastIp?: string;
  userAgent?: string;
  platform?: string;
  current?: boolean;
}

export interface ApiKey {
  id: string;
  apiKey: string;
  name: string;
  scope: "authOnly" | "fullAccess";
  createdAt: number;
  createdBy: string;
}

export interface Role {
  role: string;
  name: string;
  description?: string;
  metadata?: Record<string, unknown>;
  settings: { listUsers: string; sendMessagesTo: string };
}

export interface Success {
  success: boolean;
  message: string;
}

export interface Introspection {
  active: boolean;
  uid?: string;
}

export interface Statistics {
  users: number;
  deactivatedUsers: number;
  online: number;
  sessions: number;
  logins: { hour: number; count: number }[];
}

export interface Pagination {
  total: number;
  count: number;
  per_page: number;
  current_page: number;
  total_pages: number;
}

export interface ErrorBody {
  code: string;
  message: string;
  devMessage: string;
  source: string;
  details?: Record<string, string[]>;
  requestId?: string;
}

export interface Administrator {
  id: string;
  email: string;
  name: string;
  role: "viewer" | "developer" | "owner";
  hasPassword: boolean;
  createdAt: number;
  updatedAt: number;
  lastSignedInAt: number;
}

export interface AdminSession {
  id: string;
  createdAt: number;
  lastUsedAt: number;
  expiresAt: number;
  lastIp?: string;
  userAgent?: string;
  current: boolean;
}

export interface SignedIn {
  administrator: Administrator;
  session: AdminSession;
  csrfToken: string;
}

export interface SignInLink {
  link: string;
  expiresAt: number;
}

export interface AppSettings {
  appId: string;
  name: string;
  region: string;
  mode: "development" | "production";
  tokenTtl: number;
  idleTimeout: number;
  maxTokensPerUser: number;
  allowedOrigins: string[];
  corePerMinute: number;
  otherPerMinute: number;
  createdAt: number;
  updatedAt: number;
}

export interface NewApp {
  app: AppSettings;
  authKey: string;
  apiKey: string;
}

export interface AuditEvent {
  sequence: number;
  at: number;
  actor: { kind: string; id: string; name?: string; address?: string };
  action: string;
  target: { kind: string; id: string };
  details: Record<string, Json>;
}

export interface HourlyFailures {
  hour: number;
  failures: Record<string, number>;
}

export interface LiveEvent {
  id: number;
  /** Unix milliseconds. */
  at: number;
  kind: "login" | "logout" | "session_ended" | "connected" | "disconnected" | "failure";
  uid?: string;
  sessionId?: string;
  platform?: string;
  address?: string;
  code?: string;
  reason?: string;
}

/** The result for each user of a call, by uid. */
export type BulkResults = Record<
  string,
  { success: boolean; message: string; error?: ErrorBody } | undefined
>;
