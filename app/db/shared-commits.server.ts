import type BetterSqlite3 from 'better-sqlite3'
import type { Direct } from './database.ts'
import { rowsOn, writeOn } from './sqlite-connection.server.ts'

/** How many commands one commit keeps at most, and for how long it lets more of them in: nobody waits long for others. */
const MOST_TOGETHER = 32
const MOST_MS = 40

/** A command that takes longer than this is given up, so that it does not hold the one writer for ever. */
const GIVEN_UP_MS = 20_000

/** The database in the hands of one command: whoever comes back to it later finds it closed. */
export type OpenCommand = Direct & {
	/** @throws Error when the command is over */
	readonly assertOpen: () => void
}

type Task = {
	readonly work: (command: OpenCommand) => Promise<unknown>
	readonly resolve: (value: unknown) => void
	readonly reject: (error: unknown) => void
}

type Attempt = { readonly task: Task; readonly answer: () => void }

/** What the commits need of the connection that writes. */
export type Writer = {
	readonly client: BetterSqlite3.Database
	/** Waits until nobody else writes; gives the way to let the next one in. */
	readonly takeTurn: () => Promise<() => void>
}

/**
 * Runs commands one after the other, and keeps those that came together by one commit: the disk is waited for once. Each
 * is in a savepoint of its own and rolls back alone, and each is answered, done or failed, only after the commit. When
 * the commit itself fails, nothing was kept and nobody answered: each is then done again in a commit of its own, so that
 * one whose deferred constraints are broken fails alone.
 */
export class SharedCommits {
	readonly #writer: Writer
	readonly #waiting: Task[] = []
	#isAtWork = false
	#open: OpenCommand | null = null

	constructor(writer: Writer) {
		this.#writer = writer
	}

	/** Runs work as a command; it may be run again from its start. */
	run<Value>(work: (command: OpenCommand) => Promise<Value>): Promise<Value> {
		return new Promise<Value>((resolve, reject) => {
			// A task resolves with what its own work gives.
			this.#waiting.push({ work, resolve: resolve as Task['resolve'], reject })
			if (!this.#isAtWork) void this.#workOff()
		})
	}

	/** The command that is at work. @throws Error where none is */
	atWork(): OpenCommand {
		if (!this.#open) throw new Error('the transaction is closed')
		return this.#open
	}

	async #workOff(): Promise<void> {
		this.#isAtWork = true
		while (this.#waiting.length > 0) {
			const release = await this.#writer.takeTurn()
			try {
				await this.#commitWaiting()
			} finally {
				this.#rollBack()
				release()
			}
		}
		this.#isAtWork = false
	}

	async #commitWaiting(): Promise<void> {
		const notBegun = this.#begin()
		if (notBegun) return this.#waiting.splice(0).forEach(({ reject }) => reject(notBegun.error))
		const attempts = await this.#runWaiting()
		const failed = this.#commit()
		if (!failed) return attempts.forEach(({ answer }) => answer())
		if (attempts.length === 1) return attempts[0]?.task.reject(failed.error)
		for (const { task } of attempts) await this.#commitAlone(task)
	}

	/** Those that are waiting, and those that come while they are run. */
	async #runWaiting(): Promise<Attempt[]> {
		const attempts: Attempt[] = []
		const until = performance.now() + MOST_MS
		while (attempts.length < MOST_TOGETHER && this.#writer.client.inTransaction) {
			// What the network has brought meanwhile gets as far as here before the commit.
			if (this.#waiting.length === 0) await new Promise(setImmediate)
			const task = this.#waiting.shift()
			if (!task) break
			attempts.push(await this.#attempt(task))
			if (performance.now() > until) break
		}
		return attempts
	}

	async #commitAlone(task: Task): Promise<void> {
		const notBegun = this.#begin()
		if (notBegun) return task.reject(notBegun.error)
		const { answer } = await this.#attempt(task)
		const failed = this.#commit()
		if (failed) task.reject(failed.error)
		else answer()
	}

	async #attempt(task: Task): Promise<Attempt> {
		this.#run('SAVEPOINT "command"')
		const { command, close } = this.#openCommand()
		try {
			const value = await inTime(task.work(command))
			close()
			this.#run('RELEASE "command"')
			return { task, answer: () => task.resolve(value) }
		} catch (error) {
			close()
			// A full disk ends the whole transaction by itself.
			if (this.#writer.client.inTransaction) {
				this.#run('ROLLBACK TO "command"')
				this.#run('RELEASE "command"')
			}
			return { task, answer: () => task.reject(error) }
		}
	}

	#openCommand(): { readonly command: OpenCommand; readonly close: () => void } {
		let isOpen = true
		const assertOpen = () => {
			if (!isOpen || !this.#writer.client.inTransaction) throw new Error('the transaction is closed')
		}
		const close = () => {
			isOpen = false
			this.#open = null
		}
		const command: OpenCommand = {
			assertOpen,
			rows: (statement) => {
				assertOpen()
				return rowsOn(this.#writer.client, statement)
			},
			write: (statement) => {
				assertOpen()
				return writeOn(this.#writer.client, statement)
			},
		}
		this.#open = command
		return { command, close }
	}

	#begin(): { readonly error: unknown } | null {
		return this.#tried('BEGIN IMMEDIATE')
	}

	#commit(): { readonly error: unknown } | null {
		return this.#tried('COMMIT')
	}

	/** What failed, or null; nothing stays open after a failure. */
	#tried(sql: string): { readonly error: unknown } | null {
		try {
			this.#run(sql)
			return null
		} catch (error) {
			this.#rollBack()
			return { error }
		}
	}

	#rollBack(): void {
		if (this.#writer.client.inTransaction) this.#run('ROLLBACK')
	}

	#run(sql: string): void {
		this.#writer.client.prepare(sql).run()
	}
}

async function inTime<Value>(work: Promise<Value>): Promise<Value> {
	let timer: NodeJS.Timeout | undefined
	const late = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(
			() => reject(new Error(`a command took longer than ${GIVEN_UP_MS} ms`)),
			GIVEN_UP_MS,
		).unref()
	})
	try {
		return await Promise.race([work, late])
	} finally {
		clearTimeout(timer)
	}
}
