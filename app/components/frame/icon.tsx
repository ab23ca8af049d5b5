const PATHS = {
	check: 'M3 8.5l3.2 3.2L13 5',
	cross: 'M4 4l8 8M12 4l-8 8',
	circle: 'M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11z',
	'circle-check': 'M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM5.5 8.2l1.8 1.8 3.2-3.6',
	'circle-cross': 'M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM6 6l4 4M10 6l-4 4',
	'circle-dash': 'M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM5.5 8h5',
	shield: 'M8 2l5 1.8v3.7c0 3.1-2 5.4-5 6.5-3-1.1-5-3.4-5-6.5V3.8z',
	'shield-check': 'M8 2l5 1.8v3.7c0 3.1-2 5.4-5 6.5-3-1.1-5-3.4-5-6.5V3.8zM5.7 7.8l1.7 1.7 3-3.2',
	'shield-cross': 'M8 2l5 1.8v3.7c0 3.1-2 5.4-5 6.5-3-1.1-5-3.4-5-6.5V3.8zM6.2 6.2l3.6 3.6M9.8 6.2L6.2 9.8',
	pen: 'M3 13l.7-2.8L10.6 3.3l2.1 2.1-6.9 6.9zM9.4 4.5l2.1 2.1',
	clock: 'M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM8 5v3.2l2.2 1.3',
	alert: 'M8 2.5l6 10.5H2zM8 6.5v3M8 11.3v.2',
	arrow: 'M3 8h9M8.5 4.5L12 8l-3.5 3.5',
	back: 'M6 4L3 7l3 3M3 7h6.5a3.5 3.5 0 010 7H7',
	person: 'M8 8.2a2.6 2.6 0 100-5.2 2.6 2.6 0 000 5.2zM3 13.5c.6-2.6 2.5-3.8 5-3.8s4.4 1.2 5 3.8',
	lock: 'M4 7.5h8V13H4zM5.5 7.5V5.3a2.5 2.5 0 015 0v2.2',
	file: 'M4 2.5h5l3 3v8H4zM9 2.5v3h3',
	print: 'M4.5 6V2.5h7V6M4.5 11H3V6h10v5h-1.5M4.5 9h7v4.5h-7z',
	minus: 'M4 8h8',
	pause: 'M6 4v8M10 4v8',
	plus: 'M8 3v10M3 8h10',
	split: 'M2.5 8H6l3-4h4M6 8l3 4h4M11 2l2.2 2L11 6M11 10l2.2 2L11 14',
	merge: 'M2.5 4H6l3 4h4M2.5 12H6l3-4M11 6l2.2 2L11 10',
	hash: 'M6.5 3l-1 10M10.5 3l-1 10M3 6h10.5M2.5 10H13',
	move: 'M5 3v10M2.5 10.5L5 13l2.5-2.5M11 13V3M8.5 5.5L11 3l2.5 2.5',
	columns: 'M2.5 3h4.5v10H2.5zM9 3h4.5v10H9z',
	book: 'M3 3.5c2-.8 3.6-.6 5 .5 1.4-1.1 3-1.3 5-.5v9c-2-.8-3.6-.6-5 .5-1.4-1.1-3-1.3-5-.5zM8 4v9',
	folder: 'M2.5 12.5v-9h4l1.5 2h5.5v7z',
	calendar: 'M3 4h10v9H3zM3 7h10M5.5 2.5V5M10.5 2.5V5',
	'chevron-down': 'M4.5 6.5L8 10l3.5-3.5',
	'chevron-up': 'M4.5 9.5L8 6l3.5 3.5',
	'chevron-right': 'M6.5 4.5L10 8l-3.5 3.5',
	list: 'M5.5 4.5H13M5.5 8H13M5.5 11.5H13M3 4.5h.01M3 8h.01M3 11.5h.01',
} as const

export type IconName = keyof typeof PATHS

/** A line drawing of 16 pixels that stands beside its word and says nothing of its own. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
	return (
		<svg viewBox="0 0 16 16" aria-hidden="true" className={className === '' ? 'icon' : `icon ${className}`}>
			<path d={PATHS[name]} />
		</svg>
	)
}
