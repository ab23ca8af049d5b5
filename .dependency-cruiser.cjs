/** The boundaries of the house. Each line is a rule that a tool checks; what is not here is not called a rule. */
const error = (rule) => ({ severity: 'error', ...rule })

/**
 * What a desk of `app/services` offers to other desks. Everything else is its own: an act of one desk that reaches into
 * another's act would tie the two together. `command` is the frame of every act and `files` reads every file: both are
 * open to all desks.
 */
const OFFERS = {
	'after-meeting': [],
	account: ['read-recoveries', 'sign-in'],
	checkpoint: [],
	consent: ['read-consent-page'],
	consultation: [],
	clearance: ['end-clearance', 'genuine-clearances', 'issue-clearance', 'verify-agenda'],
	delegation: [],
	drafting: ['open-drafting-desk', 'read-opening-page'],
	emergency: [],
	evidence: [],
	'follow-up': ['read-follow-ups'],
	intake: ['ask-on-matter', 'open-review-desk', 'read-intake-page'],
	issue: [],
	materials: ['write-step-answer'],
	matter: ['explain-deadlines', 'open-matter-desk', 'open-matter-page', 'open-round'],
	meeting: ['open-meeting', 'read-meeting-page', 'read-meetings'],
	minutes: [],
	opinion: ['compose-opinion-paper', 'read-opinions-page'],
	packet: [],
	paper: [
		'paper-file',
		'read-sealed',
		'seal-dossiers',
		'seal-matter-paper',
		'seal-meeting-papers',
		'seal-minutes',
		'seal-paper',
		'sheet-facts',
		'standing-of-papers',
	],
	organisation: ['find-review-body', 'manage-account', 'read-people'],
	recheck: [],
	precheck: [],
	redline: [
		'beside-versions',
		'compare-versions',
		'end-sitting',
		'other-texts',
		'read-comparison',
		'read-ledger',
		'version-document',
	],
	'redline-papers': [],
	reference: [],
	register: ['document-line', 'find-published', 'registration-of-matter'],
	reminders: [],
	search: [],
	submission: [],
	sweeps: ['altered-in-sweep'],
	trail: [],
	waiver: ['read-waiver-page'],
	worklist: ['read-worklist'],
}

const offers = Object.entries(OFFERS).map(([desk, files]) =>
	error({
		name: `only-what-${desk}-offers`,
		from: { path: '^app/services/', pathNot: `^app/services/${desk}/` },
		to: {
			path: `^app/services/${desk}/`,
			pathNot: files.map((file) => `^app/services/${desk}/${file}[.]server[.]ts$`),
		},
	}),
)

module.exports = {
	forbidden: [
		...offers,
		error({
			name: 'desks-form-no-circle',
			scope: 'folder',
			from: { path: '^app/services/' },
			to: { circular: true, path: '^app/services/' },
		}),
		error({ name: 'no-cycles', from: {}, to: { circular: true } }),
		error({
			name: 'domain-imports-only-domain',
			from: { path: '^app/domain/' },
			to: { pathNot: ['^app/domain/', '^node_modules/(xstate|diff|opencc-js)/', '^(node:)?crypto$'] },
		}),
		error({
			name: 'only-trail-and-checkpoints-hash',
			from: { path: '^app/domain/', pathNot: '^app/domain/(audit-chain|checkpoint)/' },
			to: { path: '^(node:)?crypto$' },
		}),
		error({
			name: 'only-the-workflow-knows-xstate',
			from: { path: '^app/', pathNot: '^app/domain/review-workflow/' },
			to: { path: '^node_modules/xstate/' },
		}),
		error({
			name: 'only-the-redline-knows-diff-and-script',
			from: { path: '^app/', pathNot: '^app/domain/redline/' },
			to: { path: '^node_modules/(diff|opencc-js)/' },
		}),
		error({
			name: 'leaf-concepts-stand-alone',
			from: {
				path: '^app/domain/(audit-chain|calendar|precheck)/',
				pathNot: '^app/domain/precheck/rules/',
			},
			to: { path: '^app/domain/[^/]+/', pathNot: '^app/domain/$1/' },
		}),
		error({
			name: 'the-rules-of-the-pre-check-read-texts-alone',
			from: { path: '^app/domain/precheck/rules/' },
			to: {
				path: '^app/domain/[^/]+/',
				pathNot: '^app/domain/(calendar|document|legal-text|precheck)/',
			},
		}),
		error({
			name: 'checkpoints-stand-on-the-trail-alone',
			from: { path: '^app/domain/checkpoint/' },
			to: { path: '^app/domain/[^/]+/', pathNot: '^app/domain/(audit-chain|checkpoint)/' },
		}),
		error({
			name: 'a-legal-text-is-read-from-a-document-alone',
			from: { path: '^app/domain/(document|legal-text)/' },
			to: { path: '^app/domain/[^/]+/', pathNot: '^app/domain/(audit-chain|document|$1)/' },
		}),
		error({
			name: 'services-do-not-know-http',
			from: { path: '^app/(services|db|documents|storage|comparison|jobs)/' },
			to: {
				path: [
					'^app/(http|routes|components|server)/',
					'^node_modules/@remix-run/',
					'^node_modules/express/',
				],
			},
		}),
		error({
			name: 'documents-do-not-know-the-database',
			from: { path: '^app/(documents|storage|comparison)/' },
			to: { path: '^app/(db|services)/' },
		}),
		error({
			name: 'routes-do-not-touch-the-database',
			from: { path: '^app/(routes|components|root|http)' },
			to: { path: '^app/db/' },
		}),
		error({
			name: 'forms-stand-on-the-domain',
			from: { path: '^app/forms/' },
			to: { pathNot: ['^app/forms/', '^app/domain/'] },
		}),
		error({
			name: 'inner-layers-do-not-look-out',
			from: { path: '^app/(services|db|http|components|documents|storage|comparison|jobs)/' },
			to: { path: '^app/routes/' },
		}),
		error({
			name: 'components-are-client-safe',
			from: { path: '^app/components/' },
			to: {
				path: ['\\.server\\.', '^app/(services|db|http|documents|storage|comparison)/'],
				dependencyTypesNot: ['type-only'],
			},
		}),
		error({
			name: 'nothing-imports-tests',
			from: { path: '^(app|bench|prisma|seeds|scripts)/' },
			to: { path: '^tests/' },
		}),
		error({
			name: 'the-product-does-not-know-its-bench',
			from: { path: '^(app|seeds|scripts)/' },
			to: { path: '^bench/' },
		}),
		error({
			name: 'the-app-does-not-know-its-demo',
			from: { path: '^app/', pathNot: '^app/server/' },
			to: { path: '^seeds/' },
		}),
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^app/db/generated/' },
		tsPreCompilationDeps: true,
		combinedDependencies: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			conditionNames: ['import', 'require', 'node', 'default'],
			exportsFields: ['exports'],
		},
	},
}
