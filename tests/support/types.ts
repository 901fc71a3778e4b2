/** The objects of the API, as far as the tests read them. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

export interface User {
  uid: string;
  name: string;
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
  lastIp?: string;
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

/** What became of each user that a call names, by uid. */
export type BulkResults = Record<
  string,
  { success: boolean; message: string; error?: ErrorBody } | undefined
>;
