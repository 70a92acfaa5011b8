export { createDb, type Db, type DbOptions, type Tx } from './client.ts';
export { withPgTransaction } from './pg-transaction.ts';
export { loadSession } from './load-session.ts';
export { newId } from './new-id.ts';
export { findRevokedSessions, findSpaceStrangers } from './strangers.ts';
export { insertOutbox, insertOutboxPg } from './outbox.ts';
export { migrate } from './migrations/migrate.ts';
export { schemaDrift, writeMigration } from './migrations/write-migration.ts';
export { seedCatalogue, type Catalogue } from './seed/seed-catalogue.ts';
/** Rows, inputs and error types as Prisma generates them: `Prisma.UserModel`, `Prisma.MessageGetPayload<…>`, `Prisma.PrismaClientKnownRequestError`. */
export { Prisma } from './generated/client.ts';
