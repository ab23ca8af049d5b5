/**
 * Prints the statements that make the roles of a PostgreSQL database, for a superuser in that database:
 * `npm run -s roles -- yiqian | psql postgres://postgres@localhost/yiqian`. Passwords are set with `\password` of psql;
 * `npm run migrate` as the role of the migrations gives the rights. docs/operations.md goes through it.
 */
import { roleStatements } from '#app/db/postgresql-roles.ts'

const [database] = process.argv.slice(2)
if (database === undefined || database === '') {
	console.error('Usage: npm run -s roles -- NAME_OF_THE_DATABASE')
	process.exitCode = 2
} else for (const statement of roleStatements(database)) console.log(`${statement};`)
