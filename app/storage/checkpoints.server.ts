import { type GrowingTree, openTree } from '#app/domain/checkpoint/merkle-tree.ts'
import type { CheckpointKey } from './checkpoint-key.server.ts'

/** Where checkpoints are laid down outside the house. */
export const DEPOSIT_TARGETS = ['folder', 'witness', 'mail'] as const

export type DepositTarget = (typeof DEPOSIT_TARGETS)[number]

/** A checkpoint as it lies elsewhere. */
export type Deposited = {
	readonly target: DepositTarget
	readonly origin: string
	readonly size: number
	readonly root: string
}

/** Leaves of the list that lie elsewhere, by their places. */
export type DepositedLeaf = { readonly stream: string; readonly seq: number; readonly hash: string }

/** What is laid down: the note, and the leaves that came since the last one that this target has. */
export type ToDeposit = {
	readonly note: string
	readonly text: string
	readonly origin: string
	readonly size: number
	readonly fingerprint: string
	readonly madeAt: Date
	/** How far the target has the list. */
	readonly from: number
	readonly leaves: () => AsyncGenerator<readonly DepositedLeaf[]>
	readonly proof: (from: number) => Promise<readonly string[]>
}

/** A target that takes checkpoints; what it throws is why it did not. */
export type Deposit = {
	readonly target: DepositTarget
	/** Lays one down; gives a witness' lines. */
	readonly put: (checkpoint: ToDeposit) => Promise<string | null>
	/** The newest one that lies there, verified; null where none does, and for a target that cannot be read again. */
	readonly newest: (origin: string) => Promise<Deposited | null>
	/** Every checkpoint that lies there, the shortest list first. */
	readonly all: (origin: string) => AsyncIterable<Deposited>
	/** The leaves that lie there from a place on. */
	readonly leavesFrom: (origin: string, position: number) => Promise<readonly DepositedLeaf[]>
}

/**
 * What a deposit says of this database: it is a later one, and these entries are missing here; or it is another one. Null in
 * `missing` where the deposit does not say which.
 */
export type Behind = {
	readonly problem: 'older' | 'another'
	readonly target: DepositTarget
	readonly size: number
	readonly deposited: number
	readonly missing: readonly DepositedLeaf[]
}

/** Why a deposit did not succeed, and when it was tried. */
export type DepositFailure = { readonly at: string; readonly reason: string }

/** Checkpoints at work, shared by all who act: the key, the targets, and what the process knows of them. */
export type Checkpoints = {
	readonly key: CheckpointKey
	readonly deposits: readonly Deposit[]
	/** The list of each jurisdiction as a tree, as far as this process has read it. */
	readonly treeOf: (jurisdictionId: string) => GrowingTree
	/** How many leaves the newest checkpoint had, of each jurisdiction; for receipts, which ask no database. */
	readonly newest: Map<string, number>
	/** Jurisdictions whose database is not the one that a deposit knows. */
	readonly behind: Map<string, Behind>
	readonly failures: Map<DepositTarget, DepositFailure>
	/** Asks for a checkpoint soon: somebody did what papers rest on. */
	readonly wake: () => void
	/** Who is called when somebody asks. */
	onWake: (() => void) | null
}

/** Opens them; nothing is read, signed or laid down yet. */
export function openCheckpoints(key: CheckpointKey, deposits: readonly Deposit[]): Checkpoints {
	const trees = new Map<string, GrowingTree>()
	const checkpoints: Checkpoints = {
		key,
		deposits,
		treeOf: (jurisdictionId) => {
			const tree = trees.get(jurisdictionId) ?? openTree()
			trees.set(jurisdictionId, tree)
			return tree
		},
		newest: new Map(),
		behind: new Map(),
		failures: new Map(),
		onWake: null,
		wake: () => checkpoints.onWake?.(),
	}
	return checkpoints
}
