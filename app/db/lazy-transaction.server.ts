import type { Tx } from './database.ts'

/** How long Prisma waits for its part of a transaction to begin, and how long that may take; in milliseconds. */
export const PRISMA_LIMITS = { maxWait: 15_000, timeout: 20_000 }

/** Begins what Prisma needs in order to work inside a command, and the way to end it. */
export type StartPrisma = () => Promise<{ readonly tx: Tx; readonly end: () => Promise<void> }>

/**
 * A transaction whose Prisma part begins with the first question that Prisma is asked: most commands ask it nothing,
 * and its own transaction takes longer than all of their statements.
 */
export function lazyTransaction(start: StartPrisma): { readonly tx: Tx; readonly end: () => Promise<void> } {
	let started: ReturnType<StartPrisma> | null = null
	let isOver = false
	const begin = async (): Promise<Record<string, unknown>> => {
		if (isOver) throw new Error('the transaction is closed')
		started ??= start()
		// Asked by names that the caller has typed: models here, their methods below.
		return (await started).tx as Record<string, unknown>
	}
	const models = new Map<string, object>()
	const modelOf = (model: string) => {
		const present = models.get(model)
		if (present) return present
		const made = new Proxy(
			{},
			{
				get: (_target, method: string) => async (args: unknown) => {
					const asked = (await begin())[model] as Record<string, (args: unknown) => unknown>
					return asked[method]?.(args)
				},
			},
		)
		models.set(model, made)
		return made
	}
	const tx = new Proxy(
		{},
		{
			get: (_target, name) => {
				if (typeof name !== 'string' || name === 'then') return undefined
				if (!name.startsWith('$')) return modelOf(name)
				return async (...args: unknown[]) => {
					const prisma = await begin()
					return (prisma[name] as (...args: unknown[]) => unknown)(...args)
				}
			},
		},
	)
	const end = async () => {
		isOver = true
		if (started) await (await started).end()
	}
	// A proxy has no type of its own; it hands every question to a Tx.
	return { tx: tx as Tx, end }
}

/** Opens Prisma's own transaction through a client, and holds it open until it is ended. */
export async function startPrisma(
	client: Pick<PrismaStarter, '$transaction'>,
	limits: Readonly<Record<string, unknown>>,
): ReturnType<StartPrisma> {
	let end = () => {}
	const over = new Promise<void>((resolve) => {
		end = resolve
	})
	return new Promise((resolve, reject) => {
		const whole = client.$transaction(async (tx) => {
			resolve({
				tx,
				end: async () => {
					end()
					await whole
				},
			})
			await over
		}, limits)
		whole.catch(reject)
	})
}

type PrismaStarter = {
	readonly $transaction: (
		work: (tx: Tx) => Promise<void>,
		limits: Readonly<Record<string, unknown>>,
	) => Promise<void>
}
