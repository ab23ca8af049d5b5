import dagre from '@dagrejs/dagre'
import { ACTS, KINDS } from '#app/domain/act/act.ts'
import { namesOf } from '#app/domain/record-of.ts'
import type { ActDefinition, LifeCycle, RecordDefinition } from '#app/domain/act/definition.ts'
import { grantsOf } from '#app/domain/permission/permission-table.ts'
import type { Role } from '#app/domain/permission/role.ts'
import { type Move, movesOf, statesOf } from '#app/domain/review-workflow/machine-moves.ts'
import type { Requirement } from '#app/domain/review-workflow/requirements.ts'
import { REQUIRED_FOR } from '#app/domain/review-workflow/required-for.ts'

/** A state as a box; lengths are in pixels of the drawing. */
export type DrawnState = {
	readonly state: string
	readonly x: number
	readonly y: number
	readonly width: number
	readonly height: number
}

/** A move as a line through its points, with the events that make it. */
export type DrawnMove = {
	readonly from: string
	readonly to: string
	readonly events: readonly string[]
	readonly path: string
}

/** A line of the table beside the drawing. */
export type WorkflowRow = {
	readonly from: string
	readonly event: string
	readonly to: readonly string[]
	readonly roles: readonly Role[]
	readonly needs: readonly Requirement[]
}

export type WorkflowDrawing = {
	readonly machine: LifeCycle
	/** The part of the plane that holds every box and every line. */
	readonly frame: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
	readonly states: readonly DrawnState[]
	readonly moves: readonly DrawnMove[]
	readonly rows: readonly WorkflowRow[]
}

const BOX = { width: 132, height: 36 }
const MARGIN = 12

/** Draws a machine from the machine itself: boxes, lines and the table come from what decides at run time. */
export function drawWorkflow(machine: LifeCycle): WorkflowDrawing {
	const edges = movesOf(machine)
	const graph = new dagre.graphlib.Graph()
	graph.setGraph({ rankdir: 'TB', nodesep: 24, ranksep: 44 })
	graph.setDefaultEdgeLabel(() => ({}))
	for (const state of statesOf(machine)) graph.setNode(state, { ...BOX })
	const moves = groupMoves(edges)
	for (const move of moves) graph.setEdge(move.from, move.to)
	dagre.layout(graph)
	const states = graph.nodes().map((state) => {
		const { x, y } = graph.node(state)
		return { state, x: x - BOX.width / 2, y: y - BOX.height / 2, ...BOX }
	})
	const lines = moves.map((move) => graph.edge(move.from, move.to).points)
	return {
		machine,
		frame: frameOf([...lines.flat(), ...states, ...states.map(({ x, y }) => farCorner(x, y))]),
		states,
		moves: moves.map((move, at) => ({ ...move, path: pathOf(lines[at] ?? []) })),
		rows: rowsOf(edges),
	}
}

/** One line between two states, however many events lead from the one to the other; a state has no line to itself. */
function groupMoves(edges: readonly Move[]): { from: string; to: string; events: string[] }[] {
	const moves = new Map<string, { from: string; to: string; events: string[] }>()
	for (const { from, to, event } of edges.filter((edge) => edge.from !== edge.to)) {
		const move = moves.get(`${from} ${to}`) ?? { from, to, events: [] }
		if (!move.events.includes(event)) move.events.push(event)
		moves.set(`${from} ${to}`, move)
	}
	return [...moves.values()]
}

function rowsOf(edges: readonly Move[]): WorkflowRow[] {
	const rows = new Map<string, { from: string; event: string; to: string[] }>()
	for (const { from, event, to } of edges) {
		const row = rows.get(`${from} ${event}`) ?? { from, event, to: [] }
		if (!row.to.includes(to)) row.to.push(to)
		rows.set(`${from} ${event}`, row)
	}
	return [...rows.values()].map((row) => ({
		...row,
		roles: rolesFor(row.event),
		needs: REQUIRED_FOR[row.event] ?? [],
	}))
}

/** Who may make a move: of what follows from an act, whoever may do that act; nobody of what the clock does. */
function rolesFor(event: string): Role[] {
	const kind = namesOf(KINDS).find((each) => each === event)
	const { who = [], under }: Partial<ActDefinition & RecordDefinition> = kind ? KINDS[kind] : {}
	const act = namesOf(ACTS).find((each) => each === under)
	return [...new Set((act ? grantsOf(act) : who).map((grant) => grant.role))]
}

function farCorner(x: number, y: number) {
	return { x: x + BOX.width, y: y + BOX.height }
}

/** The layout names a size that its own lines may leave. */
function frameOf(points: readonly { x: number; y: number }[]): WorkflowDrawing['frame'] {
	const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
	const [x, y] = [Math.floor(Math.min(...xs)) - MARGIN, Math.floor(Math.min(...ys)) - MARGIN]
	return {
		x,
		y,
		width: Math.ceil(Math.max(...xs)) + MARGIN - x,
		height: Math.ceil(Math.max(...ys)) + MARGIN - y,
	}
}

function pathOf(points: readonly { x: number; y: number }[]): string {
	return points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${Math.round(x)} ${Math.round(y)}`).join('')
}
