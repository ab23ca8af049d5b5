import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'
import {
	type Behind,
	type DepositFailure,
	type DepositTarget,
	DEPOSIT_TARGETS,
} from '#app/storage/checkpoints.server.ts'

/** A checkpoint with where it was laid down. */
export type CheckpointLine = {
	readonly size: number
	readonly fingerprint: string
	readonly madeAt: string
	readonly targets: readonly DepositTarget[]
}

/** A public key of the house; the next of the same use ends it. */
export type KeyLine = {
	readonly id: string
	readonly use: 'clearance' | 'checkpoint'
	readonly publicKey: string
	readonly from: string
	readonly until: string | null
}

export type CheckpointsPage = {
	readonly checkpoints: readonly CheckpointLine[]
	readonly next: number | null
	readonly targets: readonly DepositTarget[]
	readonly failures: readonly (DepositFailure & { readonly target: DepositTarget })[]
	readonly keys: readonly KeyLine[]
	readonly behind: Behind | null
}

const PAGE = 50

/** Reads the jurisdiction's checkpoints, newest first, for whoever reads its whole trail; goes on below a size. */
export async function readCheckpointsPage(
	shell: Shell,
	actor: Actor,
	below: number | null,
): Promise<Result<CheckpointsPage, Refusal>> {
	const { jurisdictionId } = actor
	const post = permit(actor, 'trail.read', { jurisdictionId })
	if (!post.ok) return post
	const { db, checkpoints } = shell
	const rows = await db.checkpoint.findMany({
		where: { jurisdictionId, ...(below === null ? {} : { size: { lt: below } }) },
		orderBy: { size: 'desc' },
		take: PAGE + 1,
		select: { size: true, fingerprint: true, madeAt: true },
	})
	const shown = rows.slice(0, PAGE)
	const deposits = await db.checkpointDeposit.findMany({
		where: { jurisdictionId, size: { in: shown.map(({ size }) => size) } },
		select: { size: true, target: true },
	})
	return accept({
		checkpoints: shown.map(({ size, fingerprint, madeAt }) => ({
			size,
			fingerprint,
			madeAt: madeAt.toISOString(),
			targets: DEPOSIT_TARGETS.filter((target) =>
				deposits.some((each) => each.size === size && each.target === target),
			),
		})),
		next: rows.length > PAGE ? (shown.at(-1)?.size ?? null) : null,
		targets: checkpoints.deposits.map(({ target }) => target),
		failures: [...checkpoints.failures].map(([target, failure]) => ({ target, ...failure })),
		keys: await keysOf(shell, jurisdictionId),
		behind: checkpoints.behind.get(jurisdictionId) ?? null,
	})
}

async function keysOf({ db }: Shell, jurisdictionId: string): Promise<readonly KeyLine[]> {
	const rows = await db.signingKey.findMany({ where: { jurisdictionId }, orderBy: { fromAt: 'asc' } })
	return rows.map((row, at) => {
		const next = rows.slice(at + 1).find(({ use }) => use === row.use)
		return {
			id: row.id,
			use: row.use === 'clearance' ? 'clearance' : 'checkpoint',
			publicKey: row.publicKey,
			from: row.fromAt.toISOString(),
			until: next ? next.fromAt.toISOString() : null,
		}
	})
}
