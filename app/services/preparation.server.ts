import type { Shell } from './shell.server.ts'

/** A file that a command names: its hash and size in the store. */
export type MadeFile = { readonly sha256: string; readonly size: number }

/** So often a file is made between two tries; after that it is made inside the last one, for whatever moved meanwhile. */
const ROUNDS = 3

/** Stands for a file that is not made yet, in a try that is undone. */
const NOT_YET: MadeFile = { sha256: '0'.repeat(64), size: 0 }

/**
 * Files that a command makes of what it finds, and that take longer than the one writer may be held. A try that lacks one
 * is undone; the file is made and synced outside of any transaction, and the command runs again. It gets the same ids, so
 * that it makes the same content; where the rows or the next number moved, the content is another one, and is made again.
 */
export class Preparation {
	/** The shell of the command, whose new ids are the same in each try. */
	readonly shell: Shell
	readonly #ids: string[] = []
	#nextId = 0
	readonly #made = new Map<string, MadeFile>()
	readonly #wanted = new Map<string, () => Promise<MadeFile>>()
	#rounds = 0

	constructor(shell: Shell) {
		this.shell = { ...shell, newId: () => this.#sameId(shell) }
	}

	/** Begins a try from its first id. */
	begin(): void {
		this.#nextId = 0
		this.#wanted.clear()
	}

	/** The file of this key, or what stands for it in a try that is then undone. */
	async fileOf(key: string, make: () => Promise<MadeFile>): Promise<MadeFile> {
		const made = this.#made.get(key)
		if (made) return made
		if (this.#rounds >= ROUNDS) return make()
		this.#wanted.set(key, make)
		return NOT_YET
	}

	/** Whether the try that has just ended lacked a file, and has to be undone. */
	get isWanting(): boolean {
		return this.#wanted.size > 0
	}

	/** Makes what the last try lacked. */
	async makeWanted(): Promise<void> {
		this.#rounds += 1
		for (const [key, make] of this.#wanted) this.#made.set(key, await make())
	}

	#sameId(shell: Shell): string {
		const id = this.#ids[this.#nextId] ?? shell.newId()
		this.#ids[this.#nextId] = id
		this.#nextId += 1
		return id
	}
}

/** Carries a try out of its transaction that has to be done again with its files made. */
export class Unprepared extends Error {
	constructor() {
		super('a file of the command is not made yet')
	}
}
