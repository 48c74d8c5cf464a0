export const id = 444;
export const ids = [444];
export const modules = {

/***/ 3444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  report: () => (/* binding */ report)
});

// EXTERNAL MODULE: ./build/src/stages/gates/checkout.js + 1 modules
var checkout = __webpack_require__(7995);
// EXTERNAL MODULE: ./build/src/domain/values/error-text.js
var error_text = __webpack_require__(3059);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/checks/backup.js
var backup = __webpack_require__(6981);
// EXTERNAL MODULE: ./build/src/checks/by-hand.js
var by_hand = __webpack_require__(326);
// EXTERNAL MODULE: ./build/src/checks/define.js
var checks_define = __webpack_require__(7500);
// EXTERNAL MODULE: ./build/src/checks/registry.js
var registry = __webpack_require__(2784);
// EXTERNAL MODULE: ./build/src/domain/checklist/checklist.js
var checklist = __webpack_require__(2625);
// EXTERNAL MODULE: ./build/src/domain/checklist/item.js
var checklist_item = __webpack_require__(3234);
// EXTERNAL MODULE: ./build/src/domain/evidence/handover.js
var handover = __webpack_require__(9999);
// EXTERNAL MODULE: ./build/src/render/text/markdown.js
var markdown = __webpack_require__(7103);
// EXTERNAL MODULE: ./build/src/render/text/readable.js
var readable = __webpack_require__(5106);
// EXTERNAL MODULE: ./build/src/render/text/wording.js
var wording = __webpack_require__(9700);
;// CONCATENATED MODULE: ./build/src/render/documents/release-checklist.js



/** The checklist for a version: boxes are ticked by evidence alone, and tasks for a person are marked as such. */
function renderReleaseChecklist({ app, version, sha, date, lists, restsOn }) {
    const name = app === null ? "" : ` of ${(0,markdown/* plainText */.wh)(app)}`;
    const commit = sha === null ? "" : `, commit ${(0,readable/* readable */.HD)(`\`${sha.slice(0, 12)}\``)}`;
    const items = lists.flatMap((list) => list.items);
    const of = (state) => items.filter((one) => one.state === state).length;
    return `${[
        `# Release checklist${name} v${(0,markdown/* plainText */.wh)(version)}`,
        `${(0,wording/* minute */.Vc)(date.toISOString())}${commit}. ${(0,readable/* readable */.HD)(restsOn)}`,
        (0,markdown/* bold */.Cr)(`${of("ticked") + of("said")} ticked, ${of("not-ticked")} open, ${of("person")} for a person, ` +
            `${of("not-due")} not needed.`),
        ...lists.flatMap(({ title, items: own }) => [`## ${(0,markdown/* plainText */.wh)(title)}`, own.map(itemText).join("\n")]),
    ].join("\n\n")}\n`;
}
const marks = {
    ...{ ticked: "", "not-ticked": "", "not-due": "Not needed: " },
    ...{ person: "**For a person:** ", said: "**A person's word:** " },
};
function itemText({ state, text, why, how }) {
    const box = state === "ticked" || state === "said" ? "[x]" : "[ ]";
    const mark = marks[state];
    const lines = [why, ...how].filter((line) => line !== "");
    return [`- ${box} ${mark}${(0,readable/* readable */.HD)(text)}`, ...lines.map((line) => `  - ${(0,readable/* readable */.HD)((0,wording/* shortened */.vI)(line, 600))}`)].join("\n");
}

// EXTERNAL MODULE: ./build/src/validation/levels.js
var levels = __webpack_require__(9226);
// EXTERNAL MODULE: ./build/src/stages/report/procedures.js + 2 modules
var report_procedures = __webpack_require__(403);
;// CONCATENATED MODULE: ./build/src/stages/report/release-checklist.js












/** The checklist of a version, from the repository's root. */
const checklistFile = `${handover/* handover */.c.report}/release-checklist.md`;
/** Writes Phase 6's checklists for this version, and gives their text. */
async function writeChecklist(run, listed) {
    const { files, job, clock } = run.world;
    const { app, version, sha, restsOn } = listed;
    const lists = await listsOf(run, listed);
    const text = renderReleaseChecklist({ app, version, sha, date: clock.now(), lists, restsOn });
    await files.write((0,external_node_path_.join)(job.workspace, checklistFile), text);
    return text;
}
async function listsOf(run, listed) {
    const checks = (await (0,registry.loadChecks)()).filter((one) => (0,levels/* isListed */.y)(one, run.settings));
    const ways = { ...checkWays(run, listed, checks), ...environmentWays(run, listed) };
    const known = new Set(checklist/* checklists */.sh.flatMap(({ items }) => items.map(({ id }) => checkOf(id))));
    const besides = checks
        .filter(({ id }) => !known.has(id) && id !== "backup")
        .map(({ id, title }) => {
        // A command passes; what is no command says itself what holds.
        const item = (0,checklist_item/* checkItem */.es)(id, /^(mix|MIX_ENV)\b/.test(title) ? `${title} passes` : title);
        return { id, text: item.text, ...(0,checklist/* tickOf */.X1)(item, listed.facts), how: ways[id] ?? [] };
    });
    return (0,checklist/* tickedChecklists */.m4)(listed.facts).flatMap(({ id, title, items }) => {
        const own = { title, items: items.map((item) => ({ ...item, how: ways[item.id] ?? [] })) };
        return id === "pre-deployment" ? [own, { title: "Checks of this project besides", items: besides }] : [own];
    });
}
/** The check that ticks an item, where the item has a name of its own. */
function checkOf(item) {
    const named = {
        "migrations-tested": "migrations",
        "rollback-tested": "migrations",
        "changelog-updated": "changelog",
        "version-bumped": "version",
    };
    return named[item] ?? item;
}
/** The command of each check, as the evidence has it or as it is known without mix, and what the settings change. */
function checkWays({ settings, world }, { app, version, facts }, checks) {
    const folder = (0,external_node_path_.relative)(world.job.workspace, settings.projectPath);
    const wayOf = (check) => {
        if ((0,levels/* levelOf */.I)(check, settings, world.job) === "off")
            return ["Switched off in the settings."];
        const options = (0,checks_define/* optionsOf */.c)(check, { settings, inputs: {} });
        const shown = facts.validate?.results.find(({ kind, id }) => kind === "check" && id === check.id)?.reproduce ?? "";
        const byHand = { folder, project: null, app, version, judgement: null };
        const command = shown === "" ? (0,by_hand/* reproduceOf */.tg)(check, byHand, options) : shown;
        const minimum = "minimum" in options ? [`The settings ask for ${options["minimum"]} %.`] : [];
        return [...(command === "" ? [] : [`\`${command.replaceAll("`", "'")}\``]), ...minimum];
    };
    const ways = Object.fromEntries(checks.map((check) => [check.id, wayOf(check)]));
    const items = checklist/* checklists */.sh.flatMap(({ items: all }) => all.map(({ id }) => id));
    return { ...ways, ...Object.fromEntries(items.map((id) => [id, ways[checkOf(id)] ?? []])) };
}
/** Where each step of a deployment is done, and how a person sees the same. */
function environmentWays({ settings }, { from, environment }) {
    const { criteria, smoke, notify } = settings;
    const { latencyIncrease } = criteria;
    const limit = criteria.latencyMaxMs === null ? "" : `, and at most ${(0,wording/* durationText */.S5)(criteria.latencyMaxMs)}`;
    const errors = `At most ${Math.round(criteria.errorRate * 1e6) / 1e4} % of requests fail, ` +
        `for ${(0,wording/* durationText */.S5)(criteria.watchMs)}.`;
    const people = notify.filter(({ reaches }) => reaches === "people").map(({ name }) => name);
    return {
        ...placeWays("staging", from, smoke),
        ...placeWays("production", environment, smoke),
        "rollback-plan": [`\`${report_procedures/* proceduresFile */.xU}\``],
        "backup-verified": environment?.backup ? [`${environment.name}: ${(0,backup.backupText)(environment.backup)}.`] : [],
        "production-errors": [errors],
        "post-errors": [errors],
        performance: latencyIncrease === null ? [] : [`Worse by at most ${Math.round(latencyIncrease * 100)} %${limit}.`],
        dashboards: (environment?.dashboards ?? []).map(({ name, url }) => `${name}: \`${url}\``),
        "stakeholders-notified": people.length === 0 ? [] : [`By ${people.join(", ")}.`],
    };
}
function placeWays(place, environment, smoke) {
    if (environment === null)
        return {};
    const { name, url, hosts, migrations, health } = environment;
    const where = `${name}: \`${url}\`, on ${hosts.map((host) => host.name).join(", ")}.`;
    const asked = smoke.map((one) => `${one.name}: \`${one.method} ${url}${one.path}\` answers ${one.status}.`);
    return {
        [`${place}-deployed`]: [where],
        [`${place}-migrated`]: migrations.migrate === null ? [] : [`\`${migrations.migrate}\``],
        [`${place}-health`]: [`\`curl -f ${url}${health.path}\``],
        [`${place}-smoke`]: asked,
    };
}

;// CONCATENATED MODULE: ./build/src/stages/report/checklist.js


/**
 * Writes the checklists of the version beside the report. They are bookkeeping: a fault is a warning. Null where they
 * were not written.
 */
async function keepChecklist(run, story, { notified, documented, said }) {
    const { version, release, stages, deployment, chain } = story;
    if (version === null)
        return null;
    const { environments } = run.settings;
    const named = (name) => (Object.hasOwn(environments, name) ? (environments[name] ?? null) : null);
    try {
        await writeChecklist(run, {
            ...{ app: release?.app ?? run.settings.app, version, sha: run.recorder.evidence.sha || null },
            ...{ environment: named(story.environment), from: named(story.from) },
            facts: { ...stages, deployment, notified, documented: documented.proof, notes: documented.notes, said },
            restsOn: `Ticked by the evidence of ${chain.links.map(({ evidence }) => evidence.stage).join(", ")} in this run.`,
        });
        run.recorder.output("release-checklist-path", checklistFile);
        return checklistFile;
    }
    catch (error) {
        await run.recorder.warn(`The checklist could not be written to ${checklistFile}: ${(0,error_text/* errorText */.k)(error)}.`);
        return null;
    }
}

// EXTERNAL MODULE: ./build/src/checks/changelog.js + 3 modules
var checks_changelog = __webpack_require__(9832);
// EXTERNAL MODULE: ./build/src/mix-output/location.js
var mix_output_location = __webpack_require__(8755);
;// CONCATENATED MODULE: ./build/src/stages/report/documentation.js




/**
 * Renews what documents a release besides its report (Phase 6: Documentation updated): the procedures of a rollback, of
 * this very release.
 */
async function renewDocumentation(run, story) {
    const judged = await judgeDocumentation(run, story);
    const { release } = story;
    if (release === null || Object.keys(run.settings.environments).length === 0)
        return judged;
    const renewed = await (0,report_procedures/* keepProcedures */.Sl)(run, release, null);
    if (renewed)
        run.recorder.output("rollback-procedures-path", report_procedures/* proceduresFile */.xU);
    const { met, restsOn } = judged.proof;
    const procedures = renewed ? report_procedures/* proceduresFile */.xU : null;
    if (!met)
        return { ...judged, procedures };
    const proof = renewed
        ? { met, restsOn: `${restsOn} \`${report_procedures/* proceduresFile */.xU}\` is of this release.`, remedy: "" }
        : {
            met: false,
            restsOn: `\`${report_procedures/* proceduresFile */.xU}\` could not be written.`,
            remedy: "The warnings say why: fix that, and run the report again.",
        };
    return { ...judged, proof, procedures };
}
/** The version's section of the CHANGELOG, judged as validate judges it. */
async function judgeDocumentation(run, { version, release }) {
    const { files, job, clock } = run.world;
    if (version === null) {
        const remedy = "Download the artifact of the validate job.";
        return { proof: { met: false, restsOn: "The version is unknown.", remedy }, notes: null };
    }
    const { projectPath } = run.settings;
    const { workspace } = job;
    const place = { file: (0,checks_define/* optionsOf */.c)(checks_changelog["default"], { ...run, inputs: {} }).file ?? null, projectPath, workspace };
    const changelog = await (0,checks_changelog.readChangelog)(files, place, (file) => (0,mix_output_location/* fromRoot */.tc)(workspace, projectPath, file));
    const names = release === null ? [] : [release.app, release.name];
    const { judgement, notes } = (0,checks_changelog.judgeChangelog)(changelog, { version, names }, clock.now());
    const { verdict, says, remedy = "" } = judgement;
    return { proof: { met: verdict === "pass", restsOn: says, remedy }, notes };
}

// EXTERNAL MODULE: ./build/src/domain/release/release.js
var release_release = __webpack_require__(2161);
// EXTERNAL MODULE: ./build/src/gates/evidence.js + 2 modules
var evidence = __webpack_require__(3424);
// EXTERNAL MODULE: ./build/src/render/stage/summary.js
var summary = __webpack_require__(9991);
// EXTERNAL MODULE: ./build/src/stages/environment.js + 34 modules
var stages_environment = __webpack_require__(4438);
// EXTERNAL MODULE: ./build/src/stages/gates/evidence-folder.js
var evidence_folder = __webpack_require__(5002);
// EXTERNAL MODULE: ./build/src/stages/stage.js
var stage = __webpack_require__(8767);
// EXTERNAL MODULE: ./build/src/stages/release-file.js
var release_file = __webpack_require__(3103);
;// CONCATENATED MODULE: ./build/src/stages/report/project-names.js



/** Bytes of mix.exs that are read. */
const maxProjectBytes = 256 * 1024;
/** By the settings, the release that lies here, or what mix.exs says in so many letters. */
async function projectNames(run) {
    const { settings, world } = run;
    const read = await (0,release_file/* readRelease */.iJ)(run);
    if ("release" in read)
        return { app: settings.app ?? read.release.app, version: read.release.version };
    const text = await world.files.read((0,external_node_path_.join)(settings.projectPath, "mix.exs"), maxProjectBytes).catch(() => null);
    const written = (pattern) => pattern.exec(text ?? "")?.[1] ?? "";
    const version = written(/^\s*version:\s*"([^"]+)"/m) || written(/^\s*@version\s+"([^"]+)"/m);
    return {
        app: settings.app ?? release_release/* nameSchema */.Jq.safeParse(written(/^\s*app:\s*:(\w+)/m)).data ?? null,
        version: release_release/* versionSchema */.G0.safeParse(version).data ?? null,
    };
}

// EXTERNAL MODULE: ./build/src/domain/evidence/deployment.js
var evidence_deployment = __webpack_require__(1043);
// EXTERNAL MODULE: ./build/src/gates/chain.js
var gates_chain = __webpack_require__(355);
// EXTERNAL MODULE: ./build/src/gates/pins.js
var pins = __webpack_require__(428);
// EXTERNAL MODULE: ./build/src/gates/required-stage.js
var required_stage = __webpack_require__(4662);
// EXTERNAL MODULE: ./build/src/stages/judged.js
var judged = __webpack_require__(4444);
;// CONCATENATED MODULE: ./build/src/stages/report/misnamed.js
/** Which input of the report names the environment of which stages. */
const namedBy = [
    ["environment", ["promote", "rollback"]],
    ["from", ["deploy-staging"]],
];
/**
 * An environment that the report is about and that no stage of this run had, while another one had them all: the
 * report would call what was deployed there not deployed. Where a job left nothing, it may have been that one's.
 */
function misnamed({ links, silent }, inputs) {
    if (silent.length > 0)
        return [];
    return namedBy.flatMap(([input, stages]) => {
        const of = links.filter(({ evidence }) => stages.includes(evidence.stage)).map(({ evidence }) => evidence);
        const names = [...new Set(of.flatMap(({ environment }) => environment ?? []))];
        if (names.length === 0 || names.includes(inputs[input]))
            return [];
        const others = names.map((name) => `\`${name}\``).join(", ");
        const did = [...new Set(of.map(({ stage }) => stage))].join(" and ");
        return [
            {
                verdict: "error",
                reason_code: "invalid_input",
                says: `Input \`${input}\` of the report is \`${inputs[input]}\`, and ${did} was of ${others}.`,
                remedy: `Give the report \`${input}: ${names[0]}\`.`,
            },
        ];
    });
}

;// CONCATENATED MODULE: ./build/src/gates/approval-facts.js

/** What reading an approval needs, by who approves. */
const permissions = {
    environment: "actions: read, checks: read, contents: read, deployments: read",
    "pull-request": "actions: read, contents: read, pull-requests: read",
};
/** What GitHub did not answer: "could not be verified" is never "was not approved". */
function notReadable(what, { environment, by }, { status, why }) {
    const said = status === 0 || status === 200 ? why : `${status}, ${why}`;
    return refusedAs("unverifiable", {
        verdict: "error",
        reason_code: "approval_unreadable",
        says: `${what} could not be read: ${said}. Whether ${environment} was approved is not known.`,
        remedy: tokenRemedy({ status, why }) ??
            (status === 403 || status === 404
                ? `Give the job \`permissions: {${permissions[by]}}\`.`
                : "Run the job again when GitHub's API answers."),
    });
}
/** What is said where an approval does not count. */
function refusedAs(word, why) {
    return { verdict: "fail", ...why, facts: { approval: word } };
}
/** GitHub compares names of environments and people without regard to case. */
function sameName(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}
/** Each of the sentences whose condition holds. */
function holding(sentences) {
    return sentences.filter(([holds]) => holds).map(([, sentence]) => sentence);
}

;// CONCATENATED MODULE: ./build/src/gates/never-began.js
/** Between the names of a job and of the job that calls its workflow. */
const calls = " / ";
/**
 * Those of the jobs that no runner ever had, by the names that GitHub lists. A job of another name is not found by its
 * id: it never began where no job that a runner had can be it.
 */
function neverBegan(ended, all) {
    return ended.filter((job) => isKnownNotToHaveBegun(job, all)).map(({ id }) => id);
}
function isKnownNotToHaveBegun({ id, result }, all) {
    const own = all.filter(({ name }) => belongsTo(name, id));
    // An earlier attempt that began may have changed something.
    if (own.length > 0)
        return own.every(({ began }) => !began);
    // A job that calls a workflow is not listed itself: what it called may have succeeded before another part failed.
    const possible = all.filter(({ name, began, conclusion }) => began && (name.includes(calls) || (conclusion !== "success" && conclusion !== "skipped")));
    const ran = possible.some(({ name, conclusion }) => conclusion !== null || name.includes(calls));
    // One that has not ended is who asks. Of two, one may have ended and is not yet listed so.
    if (ran || possible.length > 1)
        return false;
    return all.some(({ began, conclusion }) => !began && conclusion === result);
}
/** Is it the job of this id, in a matrix or a called workflow too (`caller / production (eu)`), or called by it? */
function belongsTo(name, id) {
    return name.split(calls).some((part) => part === id || part.startsWith(`${id} (`));
}

;// CONCATENATED MODULE: ./build/src/stages/report/never-began.js



/**
 * A deployment that was rejected, or cancelled while it waited for its approval, looks in `needs` like one whose runner
 * died on the way: it failed and passed nothing on. GitHub knows whether a runner ever had the job. An action that
 * refused its inputs writes no evidence either, and says `changed: false`.
 */
async function jobsThatNeverBegan({ world: { github } }, { jobs, environment }) {
    const all = (0,pins/* readJobs */.RI)(jobs).silent.filter(pins/* endedBadly */.PL);
    const unchanged = all.filter(({ changed }) => changed === "false").map(({ id }) => id);
    const found = await neverHad(github, all.filter(({ id }) => !unchanged.includes(id)), environment);
    if (unchanged.length === 0)
        return found;
    const says = `${named(unchanged)} ended before it changed anything`;
    const why = found.why === undefined ? says : `${says}, and ${found.why}`;
    return { ids: [...unchanged, ...found.ids], why, warnings: [`${says}: its log says why.`, ...found.warnings] };
}
function named(ids) {
    return ids.map((id) => `\`${id}\``).join(", ");
}
/** Those of the jobs that no runner ever had. */
async function neverHad(github, ended, environment) {
    if (ended.length === 0)
        return { ids: [], why: undefined, warnings: [] };
    const all = await github.jobsOfRun();
    if (!all.ok) {
        const said = all.status === 0 || all.status === 200 ? all.why : `${all.status}: ${all.why}`;
        const remedy = all.status === 403 || all.status === 404 ? " Give the job `actions: read`." : "";
        const says = `Whether ${named(ended.map(({ id }) => id))} ever began could not be read (${said}).${remedy}`;
        return { ids: [], why: undefined, warnings: [says] };
    }
    const ids = neverBegan(ended, all.value);
    if (ids.length === 0)
        return { ids, why: undefined, warnings: [] };
    const reviews = await github.approvals();
    const rejection = (reviews.ok ? reviews.value : []).find(({ state, environments }) => state === "rejected" && environments.some((name) => sameName(name, environment)));
    const how = rejection === undefined
        ? "it was cancelled, rejected or ran out of time while it waited, or its environment does not admit this branch"
        : `${rejection.login} rejected it for ${environment}`;
    const why = `no runner ever had ${named(ids)}, since ${how}`;
    return { ids, why, warnings: [`No runner ever had ${named(ids)}: ${how}.`] };
}

;// CONCATENATED MODULE: ./build/src/stages/report/story.js










/** Reads the evidence that the stages before left, records what is wrong with it, and joins it to one story. */
async function readStory(run, inputs) {
    const unbegun = await jobsThatNeverBegan(run, inputs);
    const joined = (0,evidence/* joinChain */.UW)({
        files: await (0,evidence_folder/* readEvidence */.At)(run),
        jobs: inputs.jobs,
        neverBegan: unbegun.ids,
        sha: run.recorder.evidence.sha,
        runId: inputs.runs === "other" ? null : run.world.job.runId,
    });
    const chain = { ...joined, problems: [...joined.problems, ...misnamed(joined, inputs)] };
    await recordChain(run, chain, unbegun);
    const story = storyOf(chain, { ...inputs, neverBegan: unbegun.why });
    if (story.release !== null)
        await run.recorder.set({ app: story.release.app, release: story.release });
    return story;
}
/** The evidence of a chain as one story. */
function storyOf(chain, inputs) {
    const { environment, from } = inputs;
    const stages = stagesOf(chain, inputs);
    const newest = stages.promote ?? stages.smoke ?? stages.staging ?? stages.validate;
    const release = newest?.release ?? stages.validate?.release ?? null;
    const facts = {
        ...stages,
        environment,
        promoteLost: stages.promote === null && chain.pins.some((pin) => pin.stage === "promote" && pin.environment === environment),
        gaps: chain.problems.length > 0,
        unseen: chain.silent.some(pins/* wasSkipped */.we) ? [] : chain.silent.map(({ id }) => id),
        neverBegan: inputs.neverBegan,
    };
    const version = release?.version ?? (stages.rollback?.from ? (0,release_release/* releaseVersionOf */.$_)(stages.rollback.from) : null);
    return { environment, from, chain, stages, release, version, deployment: (0,evidence_deployment/* deploymentOf */.PE)(facts), by: (0,evidence_deployment/* decidedBy */.yP)(facts) };
}
function stagesOf(chain, inputs) {
    const of = (stage, environment) => (0,evidence/* linkOf */.IJ)(chain, stage, environment)?.evidence ?? null;
    const counted = (stage, environment) => {
        const link = (0,evidence/* linkOf */.IJ)(chain, stage, environment);
        return link === undefined ? null : (0,required_stage/* believed */.t)(link);
    };
    return {
        validate: counted("validate", null),
        staging: counted("deploy-staging", inputs.from),
        smoke: counted("smoke-test", inputs.from),
        // What happened to an environment is what its evidence says, also where a later step of the job failed.
        promote: of("promote", inputs.environment),
        rollback: of("rollback", inputs.environment),
    };
}
/** Stages whose evidence no job output pins. */
function unpinned(chain) {
    return chain.links
        .filter(({ evidence, pinned }) => !pinned && evidence.stage !== "report")
        .map(({ evidence }) => evidence.stage);
}
/** What is wrong with the evidence as one gate, every fault named; what is only loose as warnings. */
async function recordChain(run, chain, unbegun) {
    const [worst] = chain.problems;
    const findings = chain.problems.map((one) => ({
        severity: "error",
        message: `${one.says} ${one.remedy ?? ""}`.trim(),
    }));
    const loose = unpinned(chain);
    const silent = chain.silent.filter((one) => one.result === "success").map(({ id }) => `\`${id}\``);
    const remedy = "Write `jobs: ${{ toJSON(needs) }}`, and give each job its action's `evidence` output.";
    const warnings = [
        ...(loose.length === 0 ? [] : [`Evidence that no job output pins: ${loose.join(", ")}. ${remedy}`]),
        ...(silent.length === 0 ? [] : [`Jobs that passed no evidence on: ${silent.join(", ")}.`]),
        ...unbegun.warnings,
    ];
    await (0,judged/* judged */.g$)(run, { kind: "gate", ...evidence_folder/* evidenceGate */.vE, required: evidence_folder/* wasCompared */.RN }, () => ({
        ...(worst === undefined ? (0,gates_chain/* agreement */.z6)(chain) : { ...worst, findings }),
        warnings,
    }));
}

;// CONCATENATED MODULE: ./build/src/stages/report/documents.js













/** Writes one document alone: it announces nothing and judges nothing, and needs no earlier job. */
async function writeAlone(run, inputs) {
    const unused = unusedInput(inputs);
    if (unused !== null)
        return unused;
    const refused = await (0,checkout/* checkoutGate */.i)(run, { another: "warn" });
    if (refused !== null)
        return refused;
    const names = await projectNames(run);
    if (names.app !== null)
        await run.recorder.set({ app: names.app });
    const version = inputs.version === "" ? names.version : inputs.version.replace(/^v/, "");
    if (version === null)
        return (0,stage/* stopped */.c)({
            reason_code: "invalid_input",
            says: "The version is not known: there is no release here, and mix.exs does not have it in so many letters.",
            remedy: "Give it with the input `version`.",
        });
    if (!release_release/* versionSchema */.G0.safeParse(version).success)
        return (0,stage/* stopped */.c)({
            reason_code: "invalid_input",
            says: `Input \`version\` is \`${version.slice(0, 100)}\`, which is no version by SemVer.`,
            remedy: "Give one such as `1.4.0`.",
        });
    return inputs.write === "release-checklist"
        ? checklistAlone(run, inputs, { app: names.app, version })
        : proceduresAlone(run, { app: names.app, version });
}
function unusedInput({ write, ticked = [], ...inputs }) {
    const [name] = [
        ...(inputs.comment === true ? ["comment"] : []),
        ...(inputs["github-release"] === true ? ["github-release"] : []),
        ...(ticked.length > 0 ? ["ticked"] : []),
    ];
    if (name === undefined)
        return null;
    return (0,stage/* stopped */.c)({
        reason_code: "invalid_input",
        says: `Input \`${name}\` is given, and \`write: ${write}\` writes that document alone.`,
        remedy: "Remove it, or leave out `write`: the report has that document beside it.",
    });
}
async function checklistAlone(run, inputs, { app, version }) {
    const { environments } = run.settings;
    const anywhere = Object.keys(environments).length > 0;
    const environment = anywhere ? (0,stages_environment/* findEnvironment */.jY)(run.settings, inputs.environment) : null;
    if (environment !== null && "status" in environment)
        return environment;
    const from = anywhere ? (0,stages_environment/* findEnvironment */.jY)(run.settings, inputs.from, "from") : null;
    const story = await storyOfVersion(run, inputs, version);
    const { proof, notes } = await judgeDocumentation(run, { ...story, version });
    const text = await writeChecklist(run, {
        ...{ app, version, sha: run.recorder.evidence.sha || null },
        ...{ environment, from: from === null || "status" in from ? null : from },
        facts: {
            ...{ ...story.stages, deployment: story.deployment, notes, documented: proof },
            notified: { met: false, restsOn: "The report, which announces the outcome, did not run yet.", remedy: "" },
        },
        restsOn: restsOn(story, version),
    });
    return written(run, checklistFile, text);
}
/** Evidence of the commit that is checked out, and of this version alone. */
async function storyOfVersion(run, inputs, version) {
    const { sha } = run.recorder.evidence;
    const chain = (0,evidence/* joinChain */.UW)({ files: await (0,evidence_folder/* readEvidence */.At)(run), jobs: "", sha, runId: null });
    const of = chain.links.filter(({ evidence }) => evidence.sha === sha && (evidence.release === null || evidence.release.version === version));
    return storyOf({ ...chain, links: of.filter(({ evidence }) => evidence.stage !== "report"), problems: [] }, inputs);
}
function restsOn({ chain, release }, version) {
    const stages = chain.links.map(({ evidence }) => evidence.stage);
    if (stages.length === 0)
        return `Nothing is ticked: there is no evidence of ${version} and this commit in \`.phoenix-deploy/evidence\`.`;
    const built = release === null ? "" : `, of the release \`${(0,release_release/* releaseId */.Bf)(release)}\``;
    return `Ticked by the evidence of ${stages.join(", ")}${built}.`;
}
async function proceduresAlone(run, { app, version }) {
    const environments = Object.keys(run.settings.environments);
    if (environments.length === 0)
        return (0,stage/* stopped */.c)({
            reason_code: "invalid_settings",
            says: "The settings name no environment, so there is nothing to roll back.",
            remedy: "Add `environments` to the settings file: docs/configuration.md has an example.",
        });
    if (app === null)
        return (0,stage/* stopped */.c)({
            reason_code: "invalid_settings",
            says: "The application's name is unknown: there is no release here, and the settings have no `app`.",
            remedy: "Write `app: my_app` at the top of the settings file.",
        });
    const { text, refused } = await (0,report_procedures/* writeProcedures */.GZ)(run, { app, version, sha: run.recorder.evidence.sha });
    for (const { environment, refusal } of refused)
        await run.recorder.warn(`${environment} cannot be rolled back by the suite: ${refusal.says} ${refusal.remedy}`);
    return written(run, report_procedures/* proceduresFile */.xU, text);
}
function written(run, file, text) {
    run.recorder.summarise((0,markdown/* cutTo */.yd)(text, summary/* maxBytes */.I - 1, `The rest is in ${file}.`));
    run.recorder.output(file === checklistFile ? "release-checklist-path" : "rollback-procedures-path", file);
    return { status: "passed", decision: "complete", reason_code: "written", says: `Written: ${file}.` };
}

// EXTERNAL MODULE: ./build/src/domain/evidence/result.js
var result = __webpack_require__(8365);
;// CONCATENATED MODULE: ./build/src/domain/report/exit-gate.js


const exitCriterionIds = (/* unused pure expression or super */ null && ([
    "validation",
    "staging",
    "production",
    "monitoring",
    "stakeholders",
    "documentation",
]));
/**
 * The exit criteria of Phase 6, one by one. A criterion is met by evidence that passed and by what that evidence
 * shows, never because something is absent.
 */
function exitGate(facts) {
    const { validate, staging, smoke, promote } = facts;
    const alone = (0,evidence_deployment/* onlyRolledBack */.i3)(facts);
    const staged = allOf(proven({ stage: "deploy-staging", evidence: staging, what: "its health", shows: passing("health") }), withReadiness(proven({ stage: "smoke-test", evidence: smoke, what: "its smoke tests", shows: passing("smoke") }), smoke));
    return [
        {
            id: "validation",
            title: "All pre-deployment validation passed",
            ...(alone ? nothingDeployed("validate") : pinned(facts, validated(validate), ["validate"])),
        },
        {
            id: "staging",
            title: "Staging validated and smoke tests passed",
            ...(alone ? nothingDeployed("staging") : pinned(facts, staged, ["deploy-staging", "smoke-test"])),
        },
        { id: "production", title: "Production deployed and validated", ...pinned(facts, production(facts), ["promote"]) },
        {
            id: "monitoring",
            title: "Post-deployment monitoring confirms healthy state",
            ...(alone ? nothingDeployed("promote") : pinned(facts, monitored(promote, facts.deployment), ["promote"])),
        },
        { id: "stakeholders", title: "Stakeholders notified", ...facts.notified },
        { id: "documentation", title: "Documentation updated", ...facts.documented },
    ];
}
/** Of a run that only rolled back: what it lacks is for the next deployment to show. */
function nothingDeployed(stage) {
    return {
        met: false,
        restsOn: `This run rolled back and deployed nothing, so there is no evidence of ${stage}.`,
        remedy: "Nothing to do here: the report of the next deployment judges it again.",
    };
}
/** Names beside a criterion that is met the evidence that no job output pins. */
function pinned({ unpinned }, proof, stages) {
    const loose = stages.filter((stage) => unpinned.includes(stage));
    if (!proof.met || loose.length === 0)
        return proof;
    return { ...proof, restsOn: `${proof.restsOn} (Not pinned by a job output: ${loose.join(", ")}.)` };
}
function validated(validate) {
    const proof = proven({
        stage: "validate",
        evidence: validate,
        what: "a check",
        shows: (one) => one.kind === "check" && one.verdict === "pass",
    });
    if (!proof.met || validate === null)
        return proof;
    const checks = validate.results.filter((one) => one.kind === "check");
    const of = (verdict) => checks.filter(verdict).map((one) => one.id);
    const off = of((one) => one.verdict === "off");
    const open = of(result/* leftOpen */.cb);
    const parts = [
        `${of((one) => one.verdict === "pass").length} checks passed`,
        ...(off.length === 0 ? [] : [`${off.length} switched off (${off.join(", ")})`]),
        ...(open.length === 0 ? [] : [`${open.length} optional did not pass (${open.join(", ")})`]),
    ];
    return metBy(`${parts.join(", ")}.`);
}
function production({ promote, deployment }) {
    if (deployment.status !== "SUCCESS") {
        const remedy = deployment.remedy || "Deploy a release that stays in production, and run the report for that run.";
        return { met: false, restsOn: `${deployment.status}: ${deployment.says}`, remedy };
    }
    const proof = proven({ stage: "promote", evidence: promote, what: "its health", shows: passing("health") });
    return withReadiness(proof, promote);
}
/** Says beside a criterion that is met when the settings switch readiness off. */
function withReadiness(proof, evidence) {
    if (!proof.met || evidence === null)
        return proof;
    const { results } = evidence;
    const skipped = results.filter(({ id }) => id === "health").at(-1)?.facts["not_asked"];
    const off = results.filter(({ verdict }) => verdict === "off").map(({ id }) => id);
    const left = [...new Set([...(Array.isArray(skipped) ? skipped : []), ...off])];
    if (!left.includes("readiness"))
        return proof;
    return metBy(`${proof.restsOn} Readiness is off: the services behind the application were not checked.`);
}
/** The watch after the shift must have passed, and the release must still serve. */
function monitored(promote, deployment) {
    const watch = promote?.results.filter((one) => one.id === "watch").at(-1);
    if (watch === undefined) {
        const remedy = "Run promote with a watch (`criteria.watch` above 0) to its end.";
        return { met: false, restsOn: "The release was not watched with traffic.", remedy };
    }
    if (watch.verdict !== "pass")
        return { met: false, restsOn: watch.says, remedy: watch.remedy || "Fix the fault and promote again." };
    if (watch.facts["accepted"] === true) {
        const remedy = "Watch for longer (`criteria.watch`), so that the watch can decide.";
        return { met: false, restsOn: watch.says, remedy };
    }
    if (deployment.status === "SUCCESS")
        return metBy(watch.says);
    const gone = deployment.status === "ROLLED BACK" || deployment.status === "NOT DEPLOYED";
    const now = gone ? "It no longer serves." : "Whether it still serves is unknown.";
    return { met: false, restsOn: `${watch.says} ${now}`, remedy: "Deploy a release that stays in production." };
}
/** Met by a stage that passed, with evidence of the result that the criterion is about. */
function proven({ stage, evidence, what, shows }) {
    const unmet = (restsOn, remedy) => ({ met: false, restsOn, remedy });
    if (evidence === null)
        return unmet(`There is no evidence of ${stage}.`, `Run ${stage}, and pass its folder \`.phoenix-deploy\` on.`);
    if (evidence.status !== "passed")
        return unmet(`${stage} ${(0,evidence_deployment/* ended */.v6)(evidence)}: ${evidence.says}`, evidence.remedy || `Run ${stage} again.`);
    if (!evidence.results.some(shows))
        return unmet(`${stage} passed, but its evidence does not show that ${what} passed.`, `Run ${stage} with ${what} switched on.`);
    return metBy(evidence.says);
}
function passing(id) {
    return (one) => one.id === id && one.verdict === "pass";
}
/** Met where each of these is; the first that is not says why. */
function allOf(...proofs) {
    return proofs.find(({ met }) => !met) ?? metBy(proofs.map(({ restsOn }) => restsOn).join(" "));
}
function metBy(restsOn) {
    return { met: true, restsOn, remedy: "" };
}

;// CONCATENATED MODULE: ./build/src/stages/report/exit-gate.js




/** Judges the exit criteria of Phase 6, and records each. */
async function judgeExitGate(run, asked) {
    const { story, notified, documented, gate } = asked;
    const criteria = exitGate({
        ...{ ...story.stages, deployment: story.deployment, unpinned: unpinned(story.chain) },
        ...{ notified, documented },
    });
    for (const { id, title, met, restsOn: says, remedy } of criteria) {
        await (0,judged/* judged */.g$)(run, { kind: "gate", id, title, required: gate === "enforce" }, () => met
            ? { verdict: "pass", reason_code: "passed", says, remedy }
            : { verdict: "fail", reason_code: "gate_open", says, remedy });
    }
    const met = criteria.every((one) => one.met) && story.chain.problems.length === 0;
    run.recorder.output("exit-gate", met ? "closed" : "open");
    run.recorder.output("deployment-status", story.deployment.status);
    return criteria;
}
/** The conclusion of the report: with `enforce`, a criterion that is not met fails the job. */
function concludeReport({ chain, deployment: { status } }, criteria, gate) {
    const unmet = criteria.filter((one) => !one.met);
    const [problem] = chain.problems;
    if (problem !== undefined)
        return (0,stage/* stopped */.c)({ ...problem, says: `Deployment: ${status}. ${problem.says}` });
    if (unmet.length === 0) {
        const says = `Deployment: ${status}. All ${criteria.length} exit criteria are met.`;
        return { status: "passed", decision: "complete", reason_code: "gate_closed", says };
    }
    const names = unmet.map(({ title }) => title).join("; ");
    const are = unmet.length === 1 ? "is" : "are";
    const says = `Deployment: ${status}. ${unmet.length} of ${criteria.length} exit criteria ${are} not met: ${names}.`;
    if (gate === "report")
        return { status: "passed", decision: "complete", reason_code: "gate_open", says };
    return (0,stage/* stopped */.c)({
        reason_code: "gate_open",
        says,
        remedy: unmet.map(({ title, remedy }) => `${title}: ${remedy}`).join(" "),
    });
}

// EXTERNAL MODULE: ./build/src/domain/evidence/evidence.js + 2 modules
var evidence_evidence = __webpack_require__(6060);
// EXTERNAL MODULE: ./build/src/domain/values/plural.js
var plural = __webpack_require__(4939);
// EXTERNAL MODULE: ./build/src/domain/report/change.js
var change = __webpack_require__(6469);
;// CONCATENATED MODULE: ./build/src/domain/values/figure.js

/** How many things a check looked at, by its id: the name of the fact, and the noun. */
const counts = {
    test: [["tests", "test"]],
    format: [["read", "file"]],
    credo: [
        ["files", "file"],
        ["checks", "check"],
    ],
    sobelow: [["files", "file"]],
    "hex-audit": [["packages", "package"]],
    "deps-audit": [["packages", "package"]],
    dialyzer: [["warnings", "warning"]],
    migrations: [["migrations", "migration"]],
};
/** The numbers beside a check's verdict: "103 tests", "92.3%"; empty where there is none to give. */
function figureOf({ id, facts, verdict }) {
    if (id === "coverage")
        return percentOf(facts["coverage"]);
    const all = (counts[id] ?? []).flatMap(([fact, noun]) => {
        const value = facts[fact];
        return typeof value === "number" && Number.isSafeInteger(value) ? [(0,plural/* counted */.h)(value, noun)] : [];
    });
    return [...(verdict === "pass" ? [] : failed(id, facts)), ...all].join(", ");
}
function failed(id, { failures }) {
    return id === "test" && typeof failures === "number" && failures > 0 ? [`${failures} failed`] : [];
}
/** Rounded down: 79.96 never reads as 80.0. */
function percentOf(coverage) {
    return typeof coverage === "number" ? `${(Math.floor(coverage * 10 + 1e-9) / 10).toFixed(1)}%` : "";
}

;// CONCATENATED MODULE: ./build/src/domain/report/rows.js


/** The row of a result. */
function rowOf(one, note = figureOf(one)) {
    const { id, title, required, verdict, reason_code, says, facts } = one;
    const applies = reason_code !== "not_applicable" || verdict === "pass" || (0,result/* notPassed */.KN)(one);
    const { as_in_run: run, as_in_run_url: url } = facts;
    return {
        ...{ id, title, required, verdict: applies ? verdict : "does-not-apply", reason_code, note, says },
        as_in: verdict === "pass" && typeof run === "string" ? { run, url: typeof url === "string" ? url : "" } : null,
    };
}
/** A row that sums several results up, or of what was never run. */
function plainRow({ id, title }, verdict, { note = "", says = "" } = {}) {
    return { id, title, required: true, verdict, reason_code: null, note, says, as_in: null };
}
/** Checks of validate that have their row in another section than the first. */
const databaseChecks = ["migrations", "migration-safety", "backup"];
const releaseChecks = ["version", "changelog", "rollback-plan"];
/** The checks of validate, by section; each one known has its row, also when it was never run. */
function checkRows(validate, checks) {
    const results = (validate?.results ?? []).filter(({ kind }) => kind === "check");
    const known = checks.map(({ id }) => id);
    const rows = [
        ...checks.map((check) => {
            const one = results.find(({ id }) => id === check.id);
            return one === undefined ? plainRow(check, "not-run") : rowOf(one);
        }),
        ...results.filter(({ id }) => !known.includes(id)).map((one) => rowOf(one)),
    ];
    return {
        validation: rows.filter(({ id }) => !databaseChecks.includes(id) && !releaseChecks.includes(id)),
        database: rows.filter(({ id }) => databaseChecks.includes(id)),
        release: rows.filter(({ id }) => releaseChecks.includes(id)),
    };
}
const worstFirst = ["fail", "error", "inconclusive", "not-run", "off", "pass"];
/** The worst of several looks at one thing; not run when the look that decides is not among them. */
function worstOf(results, decided = true) {
    if (!decided && results.every((one) => one.verdict === "pass"))
        return "not-run";
    return worstFirst.find((verdict) => results.some((one) => one.verdict === verdict)) ?? "not-run";
}

;// CONCATENATED MODULE: ./build/src/domain/report/gate.js


/** Who approved, what every gate saw, and what could not be verified; `unpinned` names evidence that no output pins. */
function gateOf(promote, unpinned) {
    const gates = (promote?.results ?? []).filter(({ kind }) => kind === "gate");
    const approval = gates.findLast(({ id, verdict }) => id === "approval" && verdict === "pass");
    const { approvers, self_approved } = approval?.facts ?? {};
    // One that refused saw what it asked for.
    const open = gates.filter((one) => one.verdict !== "fail" && ((0,result/* leftOpen */.cb)(one) || one.verdict === "off"));
    return {
        approvers: typeof approvers === "string" ? approvers : null,
        self_approved: self_approved === true,
        rows: gates.map((one) => rowOf(one)),
        unverified: [
            ...(promote === null ? ["There is no evidence of promote: no gate was seen."] : []),
            ...open.map(({ title, says }) => `${title}: ${says}`),
            ...unpinned.map((stage) => `No job output pins the evidence of ${stage}: any job could have written it.`),
        ],
    };
}

;// CONCATENATED MODULE: ./build/src/domain/report/issues.js

/**
 * What a person should look at although it did not decide the outcome: warnings, what was judged and saw too little,
 * and what is optional and did not pass. The same of several stages is said once.
 */
function issuesOf(all) {
    const found = all.flatMap(({ stage, warnings, results }) => [
        ...results.filter(undecided).map((one) => issue(stage, "inconclusive", one)),
        ...results.filter(missed).map((one) => issue(stage, "optional", one)),
        ...warnings.map((says) => ({ stage, kind: "warning", title: "", says, remedy: "" })),
    ]);
    const first = new Map(found.toReversed().map((one) => [one.says, one]));
    return found.filter((one) => first.get(one.says) === one);
}
function undecided({ verdict }) {
    return verdict === "inconclusive";
}
/** An announcement that failed is a warning already, and an exit criterion that is not required is below. */
function missed(one) {
    const counts = one.kind === "check" || one.kind === "signal";
    return counts && !one.required && (0,result/* leftOpen */.cb)(one) && one.verdict !== "not-run" && !undecided(one);
}
function issue(stage, kind, { title, says, remedy }) {
    return { stage, kind, title, says, remedy };
}

;// CONCATENATED MODULE: ./build/src/domain/values/span.js
/** A span of time in the largest two units: `3 d 4 h`, `12 h 30 min`, `8 min`, `40 s`. */
function spanOf(ms) {
    const seconds = Math.max(0, Math.round(ms / 1_000));
    const [days, hours, minutes] = [
        Math.floor(seconds / 86_400),
        Math.floor(seconds / 3_600) % 24,
        Math.floor(seconds / 60) % 60,
    ];
    const parts = [
        [days, "d"],
        [hours, "h"],
        [minutes, "min"],
    ];
    const first = parts.findIndex(([count]) => count > 0);
    if (first < 0)
        return `${seconds} s`;
    return parts
        .slice(first, first + 2)
        .filter(([count]) => count > 0)
        .map(([count, unit]) => `${count} ${unit}`)
        .join(" ");
}

;// CONCATENATED MODULE: ./build/src/domain/report/places.js





/** A name as it begins a title. */
function titled(name) {
    return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}
/** What was seen of the environment before. */
function stagingRows({ from, staging, smoke }) {
    const place = titled(from);
    const [staged, seen] = [(0,checklist_item/* ofRelease */.NC)(staging), smoke?.results ?? []];
    const readiness = having(seen, "readiness");
    const logs = having(staging?.results ?? [], "logs");
    const tested = [...having(staged, "smoke"), ...having(seen, "smoke")];
    return [
        deploymentRow({ id: "deployment", title: `${place} deployment` }, staging),
        looked({ id: "health", title: `${place} health check` }, [...having(staged, "health"), ...having(seen, "health")]),
        ...(readiness.length === 0 ? [] : [looked({ id: "readiness", title: `${place} readiness` }, readiness)]),
        plainRow({ id: "smoke", title: `${place} smoke tests` }, worstOf(tested, having(seen, "smoke").length > 0), {
            says: lastWords(tested),
        }),
        ...logs.map((one) => rowOf(one)),
    ];
}
/** What was seen of the environment that the report is about. */
function productionRows({ environment, promote, rollback }) {
    const place = titled(environment);
    const shipped = (0,checklist_item/* ofRelease */.NC)(promote);
    const logs = having(promote?.results ?? [], "logs");
    return [
        approvalRow({ id: "approval", title: `${place} approval` }, promote?.results ?? []),
        deploymentRow({ id: "deployment", title: `${place} deployment` }, promote),
        looked({ id: "health", title: `${place} health check` }, having(shipped, "health")),
        looked({ id: "smoke", title: `${place} smoke tests` }, having(shipped, "smoke")),
        ...logs.map((one) => rowOf(one)),
        ...(rollback === null ? [] : [rollbackRow(place, rollback)]),
    ];
}
/** Backups, and migrations where they ran; what validate rehearsed comes before. */
function databaseRows(places) {
    const { environment, from, staging, promote } = places;
    return [
        ...placeRows({ id: "staging", title: titled(from) }, staging),
        ...having(promote?.results ?? [], "backup-named").map((one) => rowOf(one)),
        ...placeRows({ id: "production", title: titled(environment) }, promote),
    ];
}
function placeRows({ id, title }, evidence) {
    const results = (0,checklist_item/* ofRelease */.NC)(evidence);
    const backups = results.filter((one) => one.kind === "step" && one.id === "backup");
    const settled = having(results, "settle");
    return [
        ...(backups.length === 0 ? [] : [looked({ id: `${id}-backup`, title: `${title} backup verified` }, backups)]),
        migrationRow({ id: `${id}-migrations`, title: `${title} migrations` }, evidence, results),
        ...settled.map((one) => ({ ...rowOf(one), id: `${id}-settle` })),
    ];
}
function having(results, id) {
    return results.filter((one) => one.id === id);
}
function looked(named, results) {
    return plainRow(named, worstOf(results), { says: lastWords(results) });
}
/** The words of the look that did not pass, or of the last one. */
function lastWords(results) {
    return (results.find(({ verdict }) => verdict !== "pass") ?? results.at(-1))?.says ?? "";
}
function deploymentRow(named, evidence) {
    if (evidence === null)
        return plainRow(named, "not-run");
    const { status, decision, results, says } = evidence;
    const row = (verdict, note = "") => plainRow(named, verdict, { note, says });
    if (status === "planned")
        return row("not-run", "dry run");
    if (status === "passed")
        return row("pass");
    if (status === "running")
        return row("error", "did not end");
    if (status === "cancelled")
        return row("error", "cancelled");
    if (decision === "rollback-failed")
        return row("fail", "the rollback failed as well");
    if (decision === "taken-back")
        return row("fail", "rolled back");
    if (decision === "held")
        return row("inconclusive", "a person decides");
    const blocked = results.find(result/* blocks */.Bv)?.kind;
    if (blocked === "announcement")
        return row("not-run", "its start could not be announced");
    return blocked === "gate" ? row("not-run", "blocked by a gate") : row("fail");
}
/** A rollback, or a drill of one with how long both directions took. */
function rollbackRow(place, evidence) {
    const { drill = false, back, forward } = evidence.rollback ?? {};
    const row = deploymentRow({ id: "rollback", title: `${place} rollback${drill ? " drill" : ""}` }, evidence);
    if (back === undefined || forward === undefined)
        return row;
    return { ...row, note: `back in ${spanOf(back.whole_ms)}, forward in ${spanOf(forward.whole_ms)}` };
}
function migrationRow(named, evidence, results) {
    const one = having(results, "migrate").at(-1);
    if (one === undefined)
        return evidence?.status === "passed"
            ? plainRow(named, "does-not-apply", { note: "none were due" })
            : plainRow(named, "not-run");
    const added = one.facts["added"];
    if (one.verdict !== "pass" || !Array.isArray(added))
        return plainRow(named, one.verdict, { says: one.says });
    const note = added.length === 0 ? "the schema was up to date" : `${(0,plural/* counted */.h)(added.length, "migration")} applied`;
    return plainRow(named, "pass", { note, says: one.says });
}
/** The gates that an approval rests on: it counts where every one of them passed. */
const approvalGates = ["environment", "protection", "approval", "self-approval"];
function approvalRow(named, results) {
    const rows = results.filter(({ kind, id }) => kind === "gate" && approvalGates.includes(id));
    const one = having(rows, "approval").at(-1);
    const refused = rows.find(({ verdict }) => verdict === "fail" || verdict === "error");
    if (refused !== undefined)
        return plainRow(named, refused.verdict, { note: wordOf(refused), says: refused.says });
    if (one === undefined)
        return plainRow(named, "not-run");
    const { says } = one;
    if (one.reason_code === "approval_not_required")
        return plainRow(named, "off", { note: "not gated: no approval required", says });
    const { approvers, self_approved } = one.facts;
    if (one.verdict !== "pass" || typeof approvers !== "string")
        return plainRow(named, one.verdict, { note: wordOf(one), says });
    const note = `${self_approved === true ? "self-approved by" : "approved by"} ${approvers}`;
    return plainRow(named, "pass", { note, says });
}
/** `unprotected`, `not-gated`, `unverifiable` and their like; empty where the evidence has none. */
function wordOf({ facts }) {
    const word = facts["approval"];
    return typeof word === "string" ? word : "";
}

// EXTERNAL MODULE: ./build/src/domain/rollback/outcome.js
var rollback_outcome = __webpack_require__(7971);
// EXTERNAL MODULE: ./build/src/domain/fleet/schema.js
var schema = __webpack_require__(258);
;// CONCATENATED MODULE: ./build/src/domain/report/schema-kept.js

/** What a rollback did to the schema; `promote` is what migrated it before. */
function schemaOf({ results }, promote) {
    const asked = results.findLast(({ id, kind }) => id === "schema" && kind === "gate");
    const one = results.findLast(({ id, kind }) => id === "revert" && kind === "step");
    const newest = newestOf(versions(migrated(promote), "versions_after"));
    if (asked === undefined && one === undefined)
        return { outcome: "kept", before: newest, after: newest, removed: [], says: "" };
    if (asked !== undefined && asked.verdict !== "pass")
        return { outcome: "refused", before: newest, after: newest, removed: [], says: asked.says };
    if (one === undefined)
        return { outcome: "not-reached", before: newest, after: newest, removed: [], says: "" };
    const [before, after] = [versions(one, "versions_before"), versions(one, "versions_after")];
    return {
        outcome: one.verdict === "pass" ? "down" : "failed",
        ...{ before: newestOf(before), after: newestOf(after), removed: versions(one, "removed") ?? [], says: one.says },
    };
}
function migrated(promote) {
    return promote?.results.findLast(({ id, kind, verdict }) => id === "migrate" && kind === "step" && verdict === "pass");
}
/** Null where it was not recorded. */
function versions(one, name) {
    const fact = one?.facts[name];
    return Array.isArray(fact) ? fact.filter((version) => typeof version === "string") : null;
}
/** The newest version of each repository. */
function newestOf(all) {
    if (all === null)
        return null;
    return [...Map.groupBy(all, schema/* repositoryOf */._M).values()].map((some) => some.reduce((newest, one) => ((0,schema/* versionNumber */.e1)(one) > (0,schema/* versionNumber */.e1)(newest) ? one : newest)));
}

;// CONCATENATED MODULE: ./build/src/domain/report/rollback.js





/**
 * The rollback that ended the deployment, promote's own or a person's; else one that a person asked for afterwards and
 * that changed nothing for good, such as a drill. Null where there was none.
 */
function rollbackOf(stages) {
    const { promote, rollback } = stages;
    const by = (0,evidence_deployment/* decidedBy */.yP)({ ...stages, promoteLost: false, gaps: false });
    const itself = by === null || by === rollback ? null : (0,rollback_outcome/* rollbackOutcome */.pl)(by);
    if (by !== null && itself !== null)
        return byItself(by, itself);
    if (rollback === null || !isLater(rollback, promote))
        return null;
    const asked = (0,rollback_outcome/* rollbackOutcome */.pl)(rollback);
    return asked === null ? null : byHand(rollback, { promote, outcome: asked });
}
function isLater(rollback, promote) {
    return promote === null || Date.parse(rollback.started_at) > Date.parse(promote.started_at);
}
/** A person asked for it. */
function byHand(by, { promote, outcome }) {
    const { rollback: asked, results, before, after } = by;
    return {
        ...headOf(by, { by: "rollback", from: by.from, to: by.to, results }),
        outcome,
        reason: { code: asked?.reason ?? null, detail: asked?.detail ?? "" },
        criterion: null,
        requests: { before: counted(before), after: counted(after) },
        times: (0,rollback_outcome/* wentBack */.Il)(outcome) ? timesOf(results, Date.parse(by.started_at)) : null,
        schema: schemaOf(by, promote),
        recovered: rollback_having(results, "recovered").map((one) => rowOf(one))[0] ?? null,
        ...(asked === undefined ? {} : { asked_to: asked.asked_to }),
        ...(asked?.drill === true ? { drill: { back: asked.back ?? null, forward: asked.forward ?? null } } : {}),
        ...(asked?.built_by === undefined ? {} : { built_by: asked.built_by }),
    };
}
/** promote did it by itself, because of the first result that blocked it. */
function byItself(by, outcome) {
    const at = by.results.findIndex(result/* blocks */.Bv);
    const cause = by.results[at];
    const results = cause === undefined ? [] : by.results.slice(at + 1);
    return {
        ...headOf(by, { by: "promote", from: by.to, to: by.from, results }),
        outcome,
        reason: { code: cause?.reason_code ?? by.reason_code, detail: "" },
        criterion: cause === undefined ? null : rowOf(cause),
        // What the watch counted after the switch was answered by the release that was left.
        requests: { before: cause?.id === "watch" ? counted(by.after) : null, after: null },
        times: (0,rollback_outcome/* wentBack */.Il)(outcome) ? timesOf(results, cause === undefined ? Number.NaN : endOf(cause)) : null,
        schema: schemaOf(by, by),
        recovered: null,
    };
}
function headOf(one, { by, from, to, results }) {
    const { decision, says, remedy, warnings, actor, run_id, run_attempt, run_url: url, started_at, finished_at } = one;
    return {
        ...{ by, decision, from, to, says, remedy, ms: lasted(results) },
        notes: by === "rollback" ? warnings : [],
        rows: results.map((result) => ({ ...rowOf(result), title: whereOf(result) })),
        ...{ actor, run: { run_id, run_attempt, url }, started_at, finished_at },
    };
}
function counted(measured) {
    return measured !== null && measured.requests > 0 ? measured : null;
}
function whereOf({ title, host }) {
    return host === undefined || title.includes(host) ? title : `${title} on ${host}`;
}
/** From this moment until the last switch of traffic, and until the last of all; null where that was not recorded. */
function timesOf(results, since) {
    const timed = results.filter(({ started_at }) => started_at !== undefined);
    const last = (of) => Math.max(...of.map(endOf)) - since;
    if (timed.length === 0 || !(last(timed) >= 0))
        return null;
    const shifts = rollback_having(timed, "shift");
    // Without a router, requests go to whatever is healthy.
    const arrived = shifts.length > 0 ? shifts : rollback_having(timed, "health");
    return { traffic_ms: arrived.length === 0 ? null : Math.max(0, last(arrived)), whole_ms: last(timed) };
}
function rollback_having(results, id) {
    return results.filter((one) => one.id === id && one.kind !== "gate");
}
function endOf({ started_at = "", duration_ms }) {
    return Date.parse(started_at) + duration_ms;
}
function lasted(results) {
    const timed = results.filter(({ started_at }) => started_at !== undefined);
    if (timed.length === 0)
        return null;
    const first = Math.min(...timed.map(({ started_at = "" }) => Date.parse(started_at)));
    return Math.max(0, ...timed.map((one) => endOf(one) - first));
}

;// CONCATENATED MODULE: ./build/src/domain/report/from-evidence.js











/** The report of a deployment, made from evidence alone. */
function reportFrom(facts) {
    const { deployment, problems, promote, smoke, environment, from, files, criteria } = facts;
    const rows = checkRows(facts.validate, facts.checks);
    const before = files.map(({ evidence }) => evidence);
    const loose = files.filter(({ pinned }) => !pinned).map(({ evidence }) => evidence.stage);
    const met = criteria.every((one) => one.met) && problems.length === 0;
    return {
        ...{ schema_version: 1, title: "Deployment Validation Report", app: facts.app, version: facts.version },
        ...{ date: facts.date.toISOString(), environment, from, ...deployment },
        faults: problems.map(({ says, remedy = "" }) => ({ says, remedy })),
        failures: from_evidence_stagesOf(facts).flatMap(failuresOf).map(shortenedFindings),
        validation: rows.validation,
        database: [...rows.database, ...databaseRows(facts)],
        release: facts.release === null ? null : shippedOf(facts.release),
        release_checks: rows.release,
        staging: stagingRows(facts),
        production: productionRows(facts),
        metrics: metricsOf(promote),
        gate: gateOf(promote, loose),
        changes: [facts.staging, promote, facts.rollback].flatMap((one) => (one === null ? [] : ((0,change/* changeIn */.U)(one) ?? []))),
        rollback: rollbackOf(facts),
        issues: issuesOf([...before, ...(facts.own === null ? [] : [facts.own])]),
        validations: validationsOf(facts),
        exit_gate: { met, criteria: criteria.map(({ restsOn, ...one }) => ({ ...one, rests_on: restsOn })) },
        checklists: (0,checklist/* tickedChecklists */.m4)(facts).map(({ items, ...list }) => ({ ...list, items: [...items] })),
        ...(facts.delivery === undefined ? {} : { delivery: facts.delivery }),
        ...(facts.documents === undefined || facts.documents.length === 0 ? {} : { documents: facts.documents }),
        brief: smoke?.brief?.environment === environment ? smoke.brief : null,
        notes: facts.notes,
        sources: [...files].sort(byStage).map(sourceOf),
    };
}
function from_evidence_stagesOf({ validate, staging, smoke, promote, rollback }) {
    return [validate, staging, smoke, promote, rollback];
}
/**
 * What blocked a stage, and what was optional and did not pass; of a stage that was rolled back only the cause, not
 * the rollback. Gates are judged all at once, and each that refused is a cause.
 */
function failuresOf(evidence) {
    if (evidence === null || evidence.status === "planned")
        return [];
    if (evidence.stage === "validate" || evidence.stage === "smoke-test" || evidence.decision === "rollback-failed")
        return evidence.results.filter(result/* notPassed */.KN);
    const [cause, ...others] = evidence.results.filter(result/* blocks */.Bv);
    if (cause === undefined)
        return [];
    return [cause, ...others.filter((one) => cause.kind === "gate" && one.kind === "gate" && (0,result/* notPassed */.KN)(one))];
}
/** Findings of one result that a report repeats; the evidence file has them all. */
const maxFindings = 50;
function shortenedFindings(one) {
    const total = Math.max(one.findings_total, one.findings.length);
    return { ...one, findings: one.findings.slice(0, maxFindings), findings_total: total };
}
function shippedOf(release) {
    const { app, version, digest, bytes, files, elixir, otp, built_by, git_sha: commit } = release;
    const count = files?.count ?? null;
    return { id: (0,release_release/* releaseId */.Bf)(release), app, version, commit, digest, bytes, files: count, elixir, otp, built_by };
}
function metricsOf(promote) {
    const watch = promote?.results.filter((one) => one.id === "watch").at(-1);
    return {
        ...{ verdict: watch?.verdict ?? "not-run", says: watch?.says ?? "" },
        ...{ before: promote?.before ?? null, after: promote?.after ?? null, watch: promote?.watch ?? null },
    };
}
/** PASSED only when every stage did; what was switched off or is optional is part of the word. */
function validationsOf({ validate, staging, smoke, promote, problems }) {
    const stages = { validate, "deploy-staging": staging, "smoke-test": smoke, promote };
    const of = (which) => Object.entries(stages)
        .filter(([, evidence]) => which(evidence))
        .map(([name]) => name);
    const failed = of((evidence) => evidence !== null && evidence.status !== "passed" && evidence.status !== "planned");
    const missing = of((evidence) => evidence === null || evidence.status === "planned");
    if (failed.length > 0)
        return { state: "FAILED", notes: [failed.join(", ")] };
    if (problems.length > 0)
        return { state: "FAILED", notes: [`${(0,plural/* counted */.h)(problems.length, "fault")} in the evidence`] };
    if (missing.length > 0)
        return { state: "INCOMPLETE", notes: [`not run: ${missing.join(", ")}`] };
    const all = Object.values(stages).flatMap((evidence) => evidence?.results ?? []);
    const off = all.filter((one) => one.verdict === "off").map(({ id }) => id);
    const should = all.filter((one) => !one.required && one.kind === "check" && (0,result/* notPassed */.KN)(one)).map(({ id }) => id);
    return {
        state: "PASSED",
        notes: [
            ...(off.length === 0 ? [] : [`${off.length} switched off (${off.join(", ")})`]),
            ...(should.length === 0
                ? []
                : [`${(0,plural/* counted */.h)(should.length, "optional check")} did not pass (${should.join(", ")})`]),
        ],
    };
}
function byStage(a, b) {
    const place = (stage) => evidence_evidence/* stageNames */.hL.indexOf(stage);
    return place(a.evidence.stage) - place(b.evidence.stage);
}
function sourceOf({ evidence, pinned, sha256 }) {
    const { stage, environment, status, run_id, run_attempt, run_url, actor, release } = evidence;
    return {
        ...{ stage, environment, status, run_id, run_attempt, run_url, actor, pinned, sha256 },
        release_sha256: release?.digest ?? null,
    };
}

// EXTERNAL MODULE: ./node_modules/marked/lib/marked.esm.js
var marked_esm = __webpack_require__(8022);
// EXTERNAL MODULE: ./build/src/assets.js
var assets = __webpack_require__(8340);
// EXTERNAL MODULE: ./build/src/render/stage/headline.js
var headline = __webpack_require__(6535);
;// CONCATENATED MODULE: ./build/src/render/report/banner.js



/** The colours of an outcome, on light and on dark paper readable with white text. */
const colours = {
    success: "#1a7f37",
    failure: "#d1242f",
    "rolled-back": "#9a6700",
    "not-deployed": "#59636e",
    unknown: "#8250df",
};
/** What a tab's icon shows, drawn as lines: fonts of signs differ. */
const icons = {
    success: "M8 17l6 6 11-13",
    failure: "M9 9l14 14M23 9L9 23",
    "rolled-back": "M12 8l-5 5 5 5M7 13h12a5 5 0 0 1 0 10h-6",
    "not-deployed": "M8 16h16",
    unknown: "M11 12a5 5 0 1 1 7 4.5c-1.5.7-2 1.5-2 3.5M16 24.5v.1",
};
/** The status as the first thing that is seen on our own page: one block of HTML. */
function banner(report) {
    const { title, app, version, environment, status } = report;
    const what = [app ?? "", version ?? ""].filter((one) => one !== "").map((one) => (0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(one, 100)));
    const where = (0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(environment, 100));
    return [
        '<header class="banner">',
        `<p>${title}</p>`,
        `<h1><span aria-hidden="true">${(0,headline/* signOf */.rL)((0,headline/* toneOf */.YV)(report))}</span> ${status}</h1>`,
        `<p>${what.length === 0 ? "A release that is not known" : what.join(" ")} on ${where}</p>`,
        "</header>",
    ].join("\n");
}
/** The title of the page: the status comes first, since a tab shows no more. */
function pageTitle(report) {
    const { app, version, environment, status } = report;
    const what = [app ?? "", version ?? ""].filter((one) => one !== "").join(" ");
    return (0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(`${(0,headline/* signOf */.rL)((0,headline/* toneOf */.YV)(report))} ${status}: ${what || "deployment"} on ${environment}`, 300));
}
/** The icon of the page's tab: the colour and the sign of the outcome, as an address that holds it whole. */
function pageIcon(report) {
    const tone = (0,headline/* toneOf */.YV)(report);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" ` +
        `fill="${colours[tone]}"/><path d="${icons[tone]}" fill="none" stroke="#fff" stroke-width="3.5" ` +
        `stroke-linecap="round" stroke-linejoin="round"/></svg>`;
    return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

// EXTERNAL MODULE: ./build/src/render/brief/brief.js
var brief_brief = __webpack_require__(7225);
// EXTERNAL MODULE: ./build/src/render/findings/failing.js + 1 modules
var failing = __webpack_require__(5077);
;// CONCATENATED MODULE: ./build/src/render/report/checklists.js


/** Phase 6's checklists, folded: a box is ticked by evidence, and says by which, or by a person's word, and says so. */
function checklistParts(checklists) {
    return checklists.map(({ title, items }) => {
        const due = items.filter(({ state }) => state === "ticked" || state === "not-ticked");
        const ticked = due.filter(({ state }) => state === "ticked").length;
        const said = items.filter(({ state }) => state === "said").length;
        const left = items.filter(({ state }) => state === "person").length;
        const words = `${said === 0 ? "" : `, ${said} by a person's word`}${left === 0 ? "" : `, ${left} for a person`}`;
        const done = ticked === due.length && left === 0;
        // Where nothing is due, nothing was seen either.
        const sign = !done ? "☐" : ticked + said === 0 ? "➖" : "✅";
        const lines = items.filter(({ state }) => state !== "person").map(itemLine);
        return (0,markdown/* details */.zH)(`${sign} ${title}: ${ticked} of ${due.length} ticked${words}`, lines.join("\n"));
    });
}
/** What only a person can know, of all lists, as a list of tasks. Empty where nothing is left to a person. */
function personTasks(checklists) {
    const tasks = checklists.flatMap(({ items }) => items.filter(({ state }) => state === "person"));
    return tasks.map((one) => `- [ ] ${textOf(one)}: ${whyOf(one)}`).join("\n");
}
function itemLine(one) {
    if (one.state === "not-due")
        return `- ➖ ${textOf(one)}, not due: ${whyOf(one)}`;
    if (one.state === "said")
        return `- [x] ${textOf(one)}, **a person's word**: ${whyOf(one)}`;
    return `- [${one.state === "ticked" ? "x" : " "}] ${textOf(one)}: ${whyOf(one)}`;
}
function textOf({ text }) {
    return (0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(text, 200));
}
function whyOf({ why }) {
    return (0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(why, 300));
}

// EXTERNAL MODULE: ./build/src/domain/brief/brief.js + 1 modules
var brief = __webpack_require__(1014);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 8 modules
var schemas = __webpack_require__(2716);
// EXTERNAL MODULE: ./build/src/domain/delivery/word.js
var word = __webpack_require__(3723);
;// CONCATENATED MODULE: ./build/src/domain/delivery/delivery.js


/**
 * How an environment is delivered to, by DORA's definitions (docs/delivery.md), from GitHub's record of deployments.
 * What the record does not say is not counted, and too few are no rate.
 */
const countSchema = schemas/* int */.Whr().nonnegative();
const windowSchema = schemas/* object */.Ikc({
    days: schemas/* int */.Whr().positive(),
    /** False where the record that was read does not reach back so far. */
    whole: schemas/* boolean */.zMY(),
    /** Deployments that succeeded, and how many that is in a week; null where they are not all known. */
    deployments: countSchema,
    per_week: schemas/* number */.aig().nullable(),
    /** From commit to deployment; null of too few changes. */
    lead_time: schemas/* object */.Ikc({ median_ms: schemas/* number */.aig().nullable(), changes: countSchema }),
    /** Deployments that had to be rolled back or fixed at once; `unclear` failed, and nothing says what they changed. */
    change_fail_rate: schemas/* object */.Ikc({
        rate: schemas/* number */.aig().nullable(),
        failed: countSchema,
        of: countSchema,
        unclear: countSchema,
    }),
    /** From a failed deployment to what served again; null where none recovered. */
    recovery: schemas/* object */.Ikc({ median_ms: schemas/* number */.aig().nullable(), recovered: countSchema, open: countSchema }),
});
const knownSchema = schemas/* object */.Ikc({
    environment: schemas/* string */.YjP(),
    /** The oldest deployment on record; null where there is none. */
    since: schemas/* string */.YjP().nullable(),
    windows: schemas/* array */.YOg(windowSchema),
    /** The last weeks, the oldest first: what succeeded, and what failed in production. */
    weeks: schemas/* array */.YOg(schemas/* object */.Ikc({ from: schemas/* string */.YjP(), succeeded: countSchema, failed: countSchema })),
    /** What a reader should know of these figures. */
    notes: schemas/* array */.YOg(schemas/* string */.YjP()),
});
const deliverySchema = schemas/* union */.KCZ([schemas/* object */.Ikc({ missing: schemas/* string */.YjP() }), knownSchema]);
/** Fewer changes have no median, and fewer deployments no rate. */
const enoughSamples = 5;
/** The windows, days. */
const deliveryDays = [30, 90];
const shownWeeks = 13;
const dayMs = 24 * 3_600_000;
function deliveryOf(facts) {
    const { environment, nowMs, history } = facts;
    const all = deliveredOf(history);
    const oldest = history.deployments.at(-1)?.at ?? null;
    const changes = changesOf(all, facts.commits?.commits ?? []);
    const windows = deliveryDays.map((days) => {
        const startMs = nowMs - days * dayMs;
        const whole = history.whole || (oldest !== null && Date.parse(oldest) <= startMs);
        return windowOf({ all, changes, startMs, whole, days });
    });
    return {
        ...{ environment, since: oldest, windows },
        weeks: weeksOf(all, nowMs),
        notes: notesOf(facts, windows),
    };
}
/**
 * The oldest first: what succeeded, or failed in production. Dry runs, refusals and waiting ones are none; a drill has
 * no record.
 */
function deliveredOf({ deployments }) {
    const oldestFirst = [...deployments].reverse();
    const restores = oldestFirst.flatMap((one) => firstOf(one, "success") ?? []).sort((a, b) => a - b);
    const handRollbacks = oldestFirst
        .filter(({ task }) => task === "rollback")
        .flatMap((one) => firstOf(one, "success") ?? []);
    const all = oldestFirst.filter(({ task }) => task !== "rollback").flatMap((one) => delivered(one, restores) ?? []);
    // A rollback by hand shows that what was deployed last before it failed, also where that could not be written there.
    return all.map((one, index) => {
        if (one.failed || one.doneMs === null)
            return one;
        const nextMs = all.slice(index + 1).find(({ doneMs }) => doneMs !== null)?.doneMs ?? Number.POSITIVE_INFINITY;
        const { doneMs } = one;
        const backMs = handRollbacks.find((at) => at > doneMs && at < nextMs);
        return backMs === undefined ? one : { ...one, failed: true, recoveredMs: backMs };
    });
}
function delivered(one, restores) {
    const said = endsOf(one);
    if (said.has("dry-run"))
        return null;
    const doneMs = firstOf(one, "success");
    const endMs = doneMs ?? firstOf(one, "failure") ?? firstOf(one, "error");
    const rolledMs = said.get("rolled-back");
    const failed = rolledMs !== undefined || said.has("failed");
    // What waits for its approval, or changed nothing, is no deployment.
    if (!failed && doneMs === null && (endMs === null || said.has("unchanged")))
        return null;
    const fromMs = doneMs ?? firstOf(one, "in_progress") ?? Date.parse(one.at);
    const atMs = doneMs ?? endMs ?? rolledMs ?? fromMs;
    const restoredMs = rolledMs ?? restores.find((at) => at > atMs) ?? null;
    return {
        ...{ sha: one.sha, doneMs, atMs, failed, fromMs },
        unclear: !failed && doneMs === null,
        recoveredMs: failed ? restoredMs : null,
    };
}
/** When it first had this state; null where it never did. */
function firstOf({ words }, state) {
    const word = words.find((one) => one.state === state);
    return word === undefined ? null : Date.parse(word.at);
}
/** How our own words say that it ended, and when each was said. */
function endsOf({ words }) {
    return new Map(words.flatMap(({ description, at }) => {
        const read = (0,word/* readDeliveryWord */.Nq)(description);
        return read === null ? [] : [[read.end, Date.parse(at)]];
    }));
}
/** For each change that a deployment brought, when that was and how long it took since the commit. Merges are none. */
function changesOf(all, commits) {
    const known = new Map(commits.map((one) => [one.sha, one]));
    const before = new Set();
    return all.flatMap(({ sha, doneMs }, index) => {
        if (doneMs === null || !known.has(sha))
            return [];
        const brought = newBelow(sha, known, before);
        // What the oldest deployment of all brought is not known: nothing shows what ran before it.
        const first = all.slice(0, index).every((one) => one.doneMs === null);
        if (first)
            return [];
        return brought
            .filter(({ parents }) => parents.length < 2)
            .map(({ at }) => ({ atMs: doneMs, leadMs: Math.max(0, doneMs - Date.parse(at)) }));
    });
}
/** The commits below this one that were not seen before; they are seen now. */
function newBelow(sha, known, seen) {
    const found = [];
    const left = [sha];
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
        const commit = known.get(next);
        if (commit === undefined || seen.has(next))
            continue;
        seen.add(next);
        found.push(commit);
        left.push(...commit.parents);
    }
    return found;
}
function windowOf({ all, changes, startMs, whole, days }) {
    const within = all.filter(({ atMs }) => atMs >= startMs);
    const succeeded = within.filter(({ doneMs }) => doneMs !== null).length;
    const failed = within.filter((one) => one.failed);
    const unclear = within.filter((one) => one.unclear).length;
    const of = within.length - unclear;
    const leads = changes.filter(({ atMs }) => atMs >= startMs).map(({ leadMs }) => leadMs);
    const took = failed.flatMap(({ recoveredMs, fromMs }) => (recoveredMs === null ? [] : [recoveredMs - fromMs]));
    return {
        ...{ days, whole, deployments: succeeded },
        per_week: whole ? succeeded / (days / 7) : null,
        lead_time: { median_ms: leads.length < enoughSamples ? null : median(leads), changes: leads.length },
        change_fail_rate: { rate: of < enoughSamples ? null : failed.length / of, failed: failed.length, of, unclear },
        recovery: {
            median_ms: took.length === 0 ? null : median(took),
            recovered: took.length,
            open: failed.length - took.length,
        },
    };
}
function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = Math.floor(sorted.length / 2);
    const [low = 0, high = low] = sorted.slice(sorted.length % 2 === 0 ? middle - 1 : middle, middle + 1);
    return (low + high) / 2;
}
function weeksOf(all, nowMs) {
    return Array.from({ length: shownWeeks }, (_, index) => {
        const endMs = nowMs - (shownWeeks - 1 - index) * 7 * dayMs;
        const within = all.filter(({ atMs }) => atMs > endMs - 7 * dayMs && atMs <= endMs);
        return {
            from: new Date(endMs - 7 * dayMs).toISOString(),
            succeeded: within.filter(({ doneMs }) => doneMs !== null).length,
            failed: within.filter(({ failed }) => failed).length,
        };
    });
}
function notesOf({ history, commits, commitsMissing }, windows) {
    const short = windows.find(({ whole }) => !whole);
    const unclear = windows.some(({ change_fail_rate }) => change_fail_rate.unclear > 0);
    const oldest = history.deployments.at(-1)?.at ?? "";
    return [
        ...(short === undefined
            ? []
            : [`The newest ${history.deployments.length} deployments reach back to ${oldest.slice(0, 10)} alone.`]),
        ...(commits === null && commitsMissing !== "" ? [commitsMissing] : []),
        ...(commits?.whole === false ? ["There are more than 1,000 commits: the older ones are not counted."] : []),
        ...(unclear
            ? [
                "Failed runs of which nothing says whether they changed what serves are not counted: give the job that " +
                    "promotes `deployments: write`, so that it can say so.",
            ]
            : []),
    ];
}

// EXTERNAL MODULE: ./build/src/render/watch/table.js
var table = __webpack_require__(1498);
;// CONCATENATED MODULE: ./build/src/render/report/delivery.js





/** DORA's own page, whose definitions these are. */
const source = "https://dora.dev/guides/dora-metrics/";
/**
 * The metrics of delivery as a table, a small chart and how they are measured; one sentence where they are not known.
 */
function deliveryShown(delivery) {
    if ((0,brief/* isMissing */.b)(delivery))
        return [(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(delivery.missing, 1_000))];
    const { windows, environment } = delivery;
    return [
        (0,markdown/* table */.tp)(["Metric", ...windows.map(({ days }) => `${days} days`)], rows(windows)),
        chart(delivery),
        ...delivery.notes.map((one) => (0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(one, 1_000))),
        (0,markdown/* details */.zH)("How this is measured", measured(environment)),
    ];
}
function rows(windows) {
    const row = (title, of) => [
        title,
        ...windows.map((one) => (0,markdown/* cell */.Hn)(of(one))),
    ];
    return [
        row("Deployment frequency", frequency),
        row("Change lead time", leadTime),
        row("Change fail rate", failRate),
        row("Failed deployment recovery time", recovery),
    ];
}
function frequency({ deployments, per_week: perWeek }) {
    if (perWeek === null)
        return `at least ${deployments}`;
    return deployments === 0 ? "none" : `${delivery_short(perWeek)} a week (${deployments})`;
}
function leadTime({ lead_time: { median_ms: ms, changes } }) {
    return ms === null ? notEnough(changes) : `${span(ms)} (median of ${changes})`;
}
function failRate({ change_fail_rate: { rate, failed, of, unclear } }) {
    const more = unclear === 0 ? "" : `; ${unclear} not known`;
    if (rate === null)
        return `${of === 0 ? notEnough(0) : `${failed} of ${of}: too few`}${more}`;
    return `${(rate * 100).toFixed(0)} % (${failed} of ${of})${more}`;
}
function recovery({ change_fail_rate: { failed }, recovery: { median_ms: ms, recovered, open }, }) {
    if (failed === 0)
        return "none failed";
    const waits = open === 0 ? "" : `; ${open} without one`;
    return ms === null ? `${failed} without one` : `${span(ms)} (median of ${recovered})${waits}`;
}
/** Short, since three columns have to fit a phone. */
function notEnough(many) {
    return `too few (${many} of ${enoughSamples})`;
}
function delivery_short(value) {
    return String(Number(value.toPrecision(2)));
}
/** A span as a person says it: minutes, hours or days. */
function span(ms) {
    const minutes = ms / 60_000;
    if (minutes < 1)
        return `${Math.round(ms / 1_000)} s`;
    if (minutes < 90)
        return `${delivery_short(minutes)} min`;
    const hours = minutes / 60;
    return hours < 48 ? `${delivery_short(hours)} h` : `${delivery_short(hours / 24)} days`;
}
/** A bar for each week, the newest last; a dot for a week without any. */
function chart({ weeks }) {
    const top = Math.max(...weeks.map(({ succeeded, failed }) => Math.max(succeeded, failed)));
    if (top === 0)
        return (0,markdown/* sentence */.em)("There was no deployment in these weeks.");
    const line = (of) => weeks
        .map((week) => (of(week) === 0 ? "·" : (table/* bars */.n[Math.ceil((of(week) / top) * (table/* bars */.n.length - 1))] ?? "█")))
        .join("");
    return (0,markdown/* block */.om)([
        `Deployments a week, up to ${top}`,
        `succeeded ${line(({ succeeded }) => succeeded)}`,
        `failed    ${line(({ failed }) => failed)}`,
        `${weeks.length} weeks since ${weeks[0]?.from.slice(0, 10) ?? ""}`,
    ].join("\n"));
}
function measured(environment) {
    return [
        `From GitHub's record of deployments to ${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(environment, 60))}, ` +
            `by the definitions of ${(0,markdown/* link */.nf)("DORA", source)}:`,
        [
            "- **Deployment frequency**: deployments that succeeded. Rollbacks, drills and dry runs are none.",
            "- **Change lead time**: from each commit that a deployment brought, merges aside, to its success; the median.",
            "- **Change fail rate**: the part of the deployments that failed in production or were rolled back, also later.",
            "- **Failed deployment recovery time**: from the deployment that failed to the rollback, or the next success.",
        ].join("\n"),
        `Fewer than ${enoughSamples} changes have no median, and fewer than ${enoughSamples} deployments no rate.`,
    ].join("\n\n");
}

;// CONCATENATED MODULE: ./build/src/render/report/part.js
/** Parts that are the same everywhere; one that is empty is left out. */
function plainParts(...markdown) {
    return markdown.filter((one) => one !== "").map((one) => ({ markdown: one }));
}

;// CONCATENATED MODULE: ./build/src/render/watch/chart.js
/** Size of a drawing in units of its own; it is stretched to the width of the page. */
const [width, height] = [300, 40];
/** Points of a line that are drawn. */
const maxPoints = 1_000;
/**
 * The chart of a watch as our own page draws it, without a script: the new release, and the one before as a dashed
 * line, in one scale. It is a block of HTML within Markdown, so that no line of it is empty.
 */
function chartHtml({ chart: { before, after, seconds_per_point }, seconds }) {
    if (after.error_rate.every((one) => one === null))
        return "";
    const drawn = (title, of, say) => {
        const lines = [
            ...(before === null ? [] : [{ name: "old", points: of(before) }]),
            { name: "new", points: of(after) },
        ];
        const shown = lines.map(({ name, points }) => ({ name, points: points.slice(0, maxPoints).map(chart_measured) }));
        const top = Math.max(0, ...shown.flatMap(({ points }) => points.map((one) => one ?? 0)));
        const strokes = shown.flatMap(({ name, points }) => polylines(name, points, top));
        return (`<p>${title}, up to ${say(top)}</p>\n` +
            `<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="${title}">` +
            `${strokes.join("")}</svg>`);
    };
    return [
        '<div class="chart">',
        drawn("Error rate", (line) => line.error_rate, (top) => `${(top * 100).toFixed(1)}%`),
        drawn("Median latency", (line) => line.ms, (top) => `${top < 10 ? top.toFixed(1) : Math.round(top)}ms`),
        `<p>${Math.round(seconds)} s, ${seconds_per_point} s each.${before === null ? "" : " The solid line is the new release, the dashed one the release before."}</p>`,
        "</div>",
    ].join("\n");
}
function chart_measured(one) {
    return one === null || !Number.isFinite(one) ? null : Math.max(0, one);
}
/** A line for each stretch without a gap; a point by itself is a short one. */
function polylines(name, points, top) {
    const step = width / Math.max(1, points.length - 1);
    const stretches = [[]];
    for (const [index, value] of points.entries()) {
        if (value === null)
            stretches.push([]);
        else
            stretches
                .at(-1)
                ?.push(`${round(index * step)},${round(height - 1 - (top === 0 ? 0 : value / top) * (height - 2))}`);
    }
    return stretches
        .filter(({ length }) => length > 0)
        .map((all) => (all.length > 1 ? all : [...all, ...all]))
        .map((all) => `<polyline class="${name}" points="${all.join(" ")}"/>`);
}
function round(value) {
    return Math.round(value * 10) / 10;
}

;// CONCATENATED MODULE: ./build/src/render/report/tables.js





/** Rows of one table: a report of a fleet has more of them than anybody reads. */
const maxRows = 200;
/**
 * The rows of a section in Phase 6's two columns; what was not run is folded, what is off and what does not apply are
 * in one line each.
 */
function rowsTable(rows, head = "Check") {
    const of = (...verdicts) => rows.filter(({ verdict }) => verdicts.includes(verdict));
    const shown = (some) => (0,markdown/* table */.tp)([head, "Status"], some.slice(0, maxRows).map((row) => [titleOf(row), `${statusOf(row)}${inBrackets((0,markdown/* cell */.Hn)(noteOf(row)))}`]));
    const line = (title, some) => some.length === 0
        ? []
        : [
            `${title}: ` +
                `${some.map((row) => `${(0,markdown/* sentence */.em)(shortTitle(row))}${inBrackets((0,markdown/* sentence */.em)(noteOf(row)))}`).join(", ")}`,
        ];
    const judged = of("pass", "fail", "error", "inconclusive");
    const notRun = of("not-run");
    return [
        ...(judged.length === 0 ? [] : [shown(judged)]),
        ...(judged.length <= maxRows ? [] : [`And ${judged.length - maxRows} more in the evidence files.`]),
        ...(notRun.length === 0 ? [] : [(0,markdown/* details */.zH)(`⏭️ ${notRun.length} of ${rows.length} not run`, shown(notRun))]),
        ...line("➖ Switched off", of("off")),
        ...line("➖ Does not apply", of("does-not-apply")),
    ].join("\n\n");
}
/** The rows of a section with what was seen of each. */
function seenTable(rows, head) {
    const shown = rows
        .slice(0, maxRows)
        .map((row) => [titleOf(row), `${statusOf(row)}: ${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(row.says, 300))}`]);
    const rest = rows.length - shown.length;
    return `${(0,markdown/* table */.tp)([head, "What was seen"], shown)}${rest > 0 ? `\n\nAnd ${rest} more in the evidence files.` : ""}`;
}
function shortTitle({ title }) {
    return (0,wording/* shortened */.vI)(title, 200);
}
function titleOf(row) {
    return `${(0,markdown/* cell */.Hn)(shortTitle(row))}${(0,wording/* optionalMark */.ao)(row)}`;
}
function noteOf({ note }) {
    return (0,wording/* shortened */.vI)(note, 200);
}
/** How a row ended: a pass of an earlier run names that run, and what does not apply is no gap. */
function statusOf({ verdict, reason_code, as_in, }) {
    if (as_in !== null)
        return `✓ as in ${(0,markdown/* link */.nf)(`run ${(0,wording/* shortened */.vI)(as_in.run, 40)}`, as_in.url)}`;
    if (reason_code === "backup_not_run")
        return "– CONFIGURED, NOT RUN";
    return verdict === "does-not-apply" ? "– DOES NOT APPLY" : wording/* verdictWords */.L2[verdict];
}
function inBrackets(note) {
    return note === "" ? "" : ` (${note})`;
}
/** Below this many requests the 99th percentile is the slowest request. */
const fewForP99 = 100;
/**
 * Phase 6: Post-Deployment Metrics, measured by our own requests. The table says what was not judged, and where there
 * were no samples.
 */
function metricsPart({ verdict, before, after, watch }) {
    if (watch !== null && watch.metrics.length > 0)
        return { markdown: (0,table/* watchShown */.z)(watch), own: (0,table/* watchShown */.z)(watch, chartHtml) };
    const judged = verdict === "pass" ? "✓ OK" : wording/* verdictWords */.L2[verdict];
    const rows = (0,markdown/* table */.tp)(["Metric", "Before → After", "Status"], [
        ["Error Rate", `${errorRate(before)} → ${errorRate(after)}`, judged],
        ["p99 Latency", `${latency(before)} → ${latency(after)}`, seen(after) ? "not judged" : wording/* verdictWords */.L2["not-run"]],
    ]);
    const windows = [
        ...(seen(before) ? [`${(0,plural/* counted */.h)(before.requests, "request")} in ${before.seconds.toFixed(1)} s before`] : []),
        ...(seen(after) ? [`${(0,plural/* counted */.h)(after.requests, "request")} in ${after.seconds.toFixed(1)} s after`] : []),
    ];
    if (windows.length === 0)
        return { markdown: rows };
    const few = [before, after].some((one) => seen(one) && one.requests < fewForP99);
    const notes = [
        `Measured by phoenix-deploy's own requests: ${windows.join(", ")}.`,
        ...(few ? [`p99 of fewer than ${fewForP99} requests is the slowest of them.`] : []),
    ];
    return { markdown: `${rows}\n\n${notes.join(" ")}` };
}
function seen(one) {
    return one !== null && one.requests > 0;
}
function errorRate(one) {
    return seen(one) ? `${((100 * one.errors) / one.requests).toFixed(1)}%` : "no samples";
}
function latency(one) {
    return seen(one) && one.p99_ms !== null
        ? `${one.p99_ms < 10 ? one.p99_ms.toFixed(1) : Math.round(one.p99_ms)}ms`
        : "no samples";
}

;// CONCATENATED MODULE: ./build/src/render/report/rollback.js






/** How it ended, where that is not what the report says above. */
const endings = {
    done: "",
    drill: "",
    unfinished: "🚨 **The release before serves, and what comes after that, such as the schema, failed: look now.**",
    failed: "🚨 **It failed: look now.**",
    partial: "🚨 **Not every host went back: look now.**",
    "not-recovered": "🚨 **The release before serves, and users still get bad answers: look now.**",
    undone: "❌ **It was undone: the release that was to be left serves again.**",
    cut: "❓ **It did not end: look at what serves.**",
    "nothing-changed": "⛔ **Nothing was rolled back.**",
};
/** The word of the summary. */
const words = {
    done: "DONE",
    drill: "DRILL, back and forward again",
    unfinished: "DONE, but not what comes after",
    failed: "FAILED",
    partial: "FAILED, not on every host",
    "not-recovered": "DONE, and users still get bad answers",
    undone: "UNDONE",
    cut: "DID NOT END",
    "nothing-changed": "NOTHING CHANGED",
};
/** How the rollback ended, in the words of the summary. */
function rollbackWord({ outcome, decision }) {
    return words[outcome ?? (decision === "rollback-failed" ? "failed" : "done")];
}
/** The section of a rollback: why, by whom, how long it took, what users got. What `above` has said is not repeated. */
function rollbackParts(rollback, above) {
    const { outcome = "done", decision, says, remedy, rows, drill } = rollback;
    const said = says === above;
    const ending = decision === "rollback-failed" && outcome === "done" ? endings.failed : endings[outcome];
    return plainParts(drill === undefined ? "### Rollback" : "### Rollback Drill", ending, ...(said ? [] : [(0,markdown/* bold */.Cr)((0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(says, 2_000)))]), ...(said || remedy === "" ? [] : [`**What to do:** ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(remedy, 2_000))}`]), (0,markdown/* table */.tp)(["What", "Value"], factsOf(rollback)), ...(rows.length === 0 ? [] : [(0,markdown/* details */.zH)(`The rollback: ${(0,plural/* counted */.h)(rows.length, "step")}`, seenTable(rows, "Step"))]));
}
function factsOf(rollback) {
    return [
        ...releasesOf(rollback),
        ...rollback_whyOf(rollback),
        ...whoOf(rollback),
        ...rollback_timesOf(rollback),
        ...usersOf(rollback),
        ...rollback_schemaOf(rollback),
    ];
}
function releasesOf({ from, to, asked_to, built_by }) {
    const known = (id) => (id === null ? "a release that is not known" : (0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(id, 100)));
    const asked = asked_to === undefined || asked_to === "" ? "" : `, asked for as ${rollback_name(asked_to)}`;
    return [
        ["From", known(from)],
        ["To", `${known(to)}${asked}`],
        ...(built_by === undefined ? [] : [["Its files", filesOf(built_by)]]),
    ];
}
/** A name as code that may break in a narrow cell. */
function rollback_name(text) {
    return (0,markdown/* cell */.Hn)(`\`${(0,wording/* shortened */.vI)(text, 100)}\``);
}
/** Where the files of a release are that the hosts do not have any more. */
function filesOf({ run_id, url, artifact, digest }) {
    const run = (0,markdown/* link */.nf)(`run ${(0,wording/* shortened */.vI)(run_id, 40)}`, url);
    return `not on the hosts any more; artifact ${rollback_name(artifact)} of ${run}, sha256 ${rollback_name(digest)}`;
}
function rollback_whyOf({ reason, criterion }) {
    if (reason === undefined)
        return [];
    const { code: word, detail } = reason;
    const added = detail.trim() === "" ? "" : `: ${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(detail, 1_000))}`;
    return [
        ["Reason", `${word === null ? "none was given" : rollback_name(word)}${added}`],
        ...(criterion == null
            ? []
            : [
                ["Criterion", `${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(criterion.title, 200))}, ${statusOf(criterion)}: ${rollback_seen(criterion)}`],
            ]),
    ];
}
function rollback_seen({ says }) {
    return (0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(says, 1_000));
}
function whoOf({ by, actor, run, started_at }) {
    if (actor === undefined || run === undefined)
        return [];
    const who = (0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(actor, 100));
    const where = (0,markdown/* link */.nf)(`run ${(0,wording/* shortened */.vI)(run.run_id, 40)}, attempt ${(0,wording/* shortened */.vI)(run.run_attempt, 10)}`, run.url);
    const whole = by === "promote" ? `promote by itself, in ${where} of ${who}` : `${who}, by hand, in ${where}`;
    return [
        ["Started by", whole],
        ...(started_at === undefined || by === "promote" ? [] : [["Started at", (0,markdown/* cell */.Hn)((0,wording/* minute */.Vc)(started_at))]]),
    ];
}
function rollback_timesOf({ by, times, drill }) {
    if (drill !== undefined) {
        const direction = (one) => (one === null ? "did not get there" : bothOf(one));
        return [
            ["Back", direction(drill.back)],
            ["Forward again", direction(drill.forward)],
        ];
    }
    if (times == null)
        return [];
    const { traffic_ms, whole_ms } = times;
    const since = by === "promote" ? "the failure" : "the start of the action";
    return [
        ...(traffic_ms === null ? [] : [["Traffic back", `${(0,wording/* durationText */.S5)(traffic_ms)} after ${since}`]]),
        ["All done", `${(0,wording/* durationText */.S5)(whole_ms)} after ${since}`],
    ];
}
function bothOf({ traffic_ms, whole_ms }) {
    return `${(0,wording/* durationText */.S5)(traffic_ms)} until all new requests went there, ${(0,wording/* durationText */.S5)(whole_ms)} in all`;
}
function usersOf({ by, outcome, requests, recovered }) {
    const { before = null, after = null } = requests ?? {};
    const counts = [
        ...(before === null ? [] : [`${failedOf(before)} ${by === "promote" ? "in the watch" : "until the switch"}`]),
        ...(after === null ? [] : [`${failedOf(after)} after it`]),
    ];
    const rows = counts.length === 0 ? [] : [["Failed requests", counts.join(", ")]];
    if (recovered == null)
        return rows;
    const good = outcome === "drill" ? "Good answers after it" : "Good answers again";
    return [...rows, [good, `${statusOf(recovered)}: ${rollback_seen(recovered)}`]];
}
function failedOf({ requests, errors }) {
    return `${errors} of ${requests} (${((100 * errors) / requests).toFixed(1)}%)`;
}
function rollback_schemaOf({ schema, drill }) {
    if (schema === undefined || drill !== undefined)
        return [];
    const { outcome, before, after, removed, says } = schema;
    const moved = before === null && after === null ? "" : `; newest before ${newest(before)}, after ${newest(after)}`;
    const what = {
        kept: `kept${after === null || after.length === 0 ? "" : ` at ${newest(after)}`}`,
        down: removed.length === 0 ? "nothing was left to roll back" : `rolled back by ${rollback_versions(removed)}${moved}`,
        refused: "asked to be rolled back, and refused",
        failed: `not rolled back as planned${moved}`,
        "not-reached": "asked to be rolled back; the rollback ended before that",
    }[outcome];
    const why = says === "" || outcome === "down" ? "" : `: ${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(says, 1_000))}`;
    return [["Schema", `${what}${why}`]];
}
function newest(of) {
    if (of === null)
        return "not known";
    return of.length === 0 ? "none" : rollback_versions(of);
}
/** By their numbers alone where all are of one repository. */
function rollback_versions(of) {
    const plain = new Set(of.map(schema/* repositoryOf */._M)).size === 1 && of.every((one) => /\/\d+$/.test(one));
    return (0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)((0,plural/* someOf */.y)(plain ? of.map((one) => String((0,schema/* versionNumber */.e1)(one))) : of), 400));
}

// EXTERNAL MODULE: ./build/src/render/stage/hosts.js + 1 modules
var hosts = __webpack_require__(9389);
;// CONCATENATED MODULE: ./build/src/render/report/sections.js





/** Steps of a plan that are listed, and entries of other lists. */
const maxSteps = 200;
const maxEntries = 100;
/** The release as it was built once, and what validate says of its version and its notes. */
function releasePart({ release, release_checks, notes }) {
    const checks = release_checks.length === 0 ? [] : [rowsTable(release_checks)];
    if (release === null)
        return ["No evidence names a release.", ...checks];
    const { id, commit, digest, bytes, files, elixir, otp, built_by } = release;
    const many = files === null ? "" : ` in ${(0,plural/* counted */.h)(files, "file")}`;
    const run = `run ${(0,wording/* shortened */.vI)(built_by.run_id, 40)}, attempt ${(0,wording/* shortened */.vI)(built_by.run_attempt, 10)}`;
    const rows = [
        ["Release", (0,markdown/* cell */.Hn)(id)],
        ["sha256", (0,markdown/* cell */.Hn)(`\`${digest}\``)],
        ["Commit", (0,markdown/* cell */.Hn)(`\`${(0,wording/* shortened */.vI)(commit, 64)}\``)],
        ["Size", `${(bytes / 1_000_000).toFixed(1)} MB${many}`],
        ["Built with", `Elixir ${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(elixir, 40))}, OTP ${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(otp, 40))}`],
        ["Built by", (0,markdown/* link */.nf)(run, built_by.url)],
        ["Notes", notes === null ? "none" : "below, from the CHANGELOG"],
    ];
    return [(0,markdown/* table */.tp)(["What", "Value"], rows), ...checks];
}
/** Who approved, what could not be verified, and every gate. */
function gatePart({ approvers, self_approved, rows, unverified }) {
    const who = approvers === null
        ? "nobody, as far as the evidence shows"
        : `${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(approvers, 200))}${self_approved ? " (who started the run)" : ""}`;
    const passed = rows.filter(({ verdict }) => verdict === "pass").length;
    const refused = rows.filter(({ verdict }) => verdict === "fail").map(({ title, says }) => `${title}: ${says}`);
    return [
        `**Approved by**: ${who}`,
        ...(refused.length === 0 ? [] : ["**Refused:**", listed(refused)]),
        ...(unverified.length === 0 ? [] : ["**Not verified:**", listed(unverified)]),
        refused.length + unverified.length === 0 ? "Everything that was asked for was verified." : "",
        ...(rows.length === 0 ? [] : [(0,markdown/* details */.zH)(`${passed} of ${rows.length} gates passed`, seenTable(rows, "Gate"))]),
    ];
}
/** The plan of each stage that changed something, its hosts, and when each step was done. */
function changeParts(changes) {
    if (changes.length === 0)
        return [{ markdown: "Nothing was planned." }];
    return changes.flatMap((change) => [...planOf(change), ...(0,hosts/* hostsParts */.e)(change)]);
}
function planOf({ stage, environment, plan }) {
    if (plan.total === 0)
        return [];
    const place = environment === null ? "" : ` on ${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(environment, 100))}`;
    const steps = plan.list.slice(0, maxSteps);
    const more = plan.total > steps.length ? `\n\nAnd ${plan.total - steps.length} more in the evidence file.` : "";
    const list = steps.map((step, index) => `${index + 1}. ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(step, 300))}`).join("\n");
    return [{ markdown: (0,markdown/* details */.zH)(`Plan of ${stage}${place}: ${(0,plural/* counted */.h)(plan.total, "step")}`, `${list}${more}`) }];
}
/** Issues as a list, what saw too little first. */
function issuesPart(issues) {
    if (issues.length === 0)
        return "None.";
    const words = { inconclusive: "undecided", optional: "optional, did not pass", warning: "warning" };
    const order = ["inconclusive", "optional", "warning"];
    const sorted = [...issues].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
    const shown = sorted.slice(0, maxEntries).map(({ stage, kind, title, says, remedy }) => {
        const what = title === "" ? "" : ` ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(title, 200))}:`;
        const todo = remedy === "" ? "" : ` What to do: ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(remedy, 600))}`;
        return `- ${stage} (${words[kind]}):${what} ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(says, 1_000))}${todo}`;
    });
    const rest = issues.length - shown.length;
    return [...shown, ...(rest > 0 ? [`- and ${rest} more in the evidence files`] : [])].join("\n");
}
/** The box of each exit criterion, with what it rests on or what to do. */
function exitGatePart({ criteria }) {
    const line = ({ met, title, rests_on, remedy, word }) => {
        const why = (0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(rests_on, 600));
        if (word === true)
            return `- [x] **${title}**, by **a person's word**: ${why}`;
        if (met)
            return `- [x] **${title}**: ${why}`;
        const todo = remedy === "" ? "" : ` What to do: ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(remedy, 600))}`;
        return `- [ ] **${title}**, not met: ${why}${todo}`;
    };
    return criteria.map(line).join("\n");
}
/** Files that were made for this deployment. */
function documentsPart(documents) {
    const line = ({ file, says }) => `- ${(0,markdown/* code */.aY)((0,wording/* shortened */.vI)(file, 300))}: ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(says, 600))}`;
    return documents.slice(0, maxEntries).map(line).join("\n");
}
/** What the report is written from, in the order of the stages. */
function sourcesPart(sources) {
    if (sources.length === 0)
        return ["No evidence was found."];
    const digests = sources.map(({ stage, sha256, release_sha256: digest }) => {
        const release = digest === null ? "" : `, release ${(0,markdown/* code */.aY)(digest)}`;
        return `- ${stage}: file ${(0,markdown/* code */.aY)(sha256)}${release}`;
    });
    const rows = sources.map((one) => [
        `${one.stage} ${placeOf(one)}${one.status}`,
        (0,markdown/* link */.nf)(`run ${(0,wording/* shortened */.vI)(one.run_id, 40)}, attempt ${(0,wording/* shortened */.vI)(one.run_attempt, 10)}`, one.run_url),
        one.pinned ? "yes" : "⚠️ no",
    ]);
    return [(0,markdown/* table */.tp)(["Stage", "Run", "Pinned"], rows), (0,markdown/* details */.zH)("Digests (sha256)", digests.join("\n"))];
}
function placeOf({ environment }) {
    return environment === null ? "" : `on ${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(environment, 100))} `;
}
function listed(texts) {
    const shown = texts.slice(0, maxEntries).map((one) => `- ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(one, 1_000))}`);
    const rest = texts.length - shown.length;
    return [...shown, ...(rest > 0 ? [`- and ${rest} more in the evidence files`] : [])].join("\n");
}

;// CONCATENATED MODULE: ./build/src/render/report/report.js













/** Characters of the release notes that the report repeats. */
const maxNotes = 60_000;
/** The report in Markdown; at most 900 KiB, or as much as another place takes. */
function renderReport(report, limit = summary/* maxBytes */.I) {
    const parts = reportParts(report).map(({ markdown }) => markdown);
    return `${(0,markdown/* cutTo */.yd)(parts.join("\n\n"), limit - 1, "The rest is in the evidence files.")}\n`;
}
/**
 * The Deployment Validation Report in the sections of Phase 6's template, with those that it rests on. The status says
 * what happened to the deployment, the exit gate which criteria are not met: two things.
 */
function reportParts(report) {
    const { environment, from, rollback, delivery, documents } = report;
    return [
        ...headParts(report),
        ...failureParts(report),
        ...section("Pre-Deployment Validation", rowsTable(report.validation)),
        ...section("Database", rowsTable(report.database)),
        ...section("Release", ...releasePart(report)),
        ...section("Deployment Validation"),
        ...subsection(from, rowsTable(report.staging)),
        ...subsection(environment, rowsTable(report.production)),
        ...section("Post-Deployment Metrics"),
        metricsPart(report.metrics),
        ...section("Gate", ...gatePart(report.gate)),
        ...section("Plan and Timeline"),
        ...changeParts(report.changes),
        ...(rollback === null ? [] : rollbackParts(rollback, report.says)),
        ...section("Issues", issuesPart(report.issues)),
        ...section("Summary", summaryPart(report)),
        ...section("Exit Gate", exitGatePart(report.exit_gate)),
        ...section("Checklists", ...checklistParts(report.checklists)),
        ...tasksParts(report),
        ...(delivery === undefined ? [] : section("Delivery", ...deliveryShown(delivery))),
        ...(documents === undefined ? [] : section("Documents", documentsPart(documents))),
        ...section("Evidence", ...sourcesPart(report.sources), ...approvedParts(report), ...notesParts(report)),
    ];
}
function section(title, ...below) {
    return plainParts(`### ${title}`, ...below);
}
function subsection(name, ...below) {
    return plainParts(`#### ${nameOf(name)}`, ...below);
}
function nameOf(environment) {
    return (0,markdown/* plainText */.wh)((0,wording/* capital */.Nx)((0,wording/* shortened */.vI)(environment, 100)));
}
function headParts(report) {
    const { title, version, date, environment, status } = report;
    const shown = version === null ? "unknown" : `v${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(version, 100))}`;
    const head = [
        `**Version**: ${shown}`,
        `**Date**: ${(0,wording/* minute */.Vc)(date)}`,
        `**Environment**: ${nameOf(environment)}`,
        `**Status**: ${status} ${(0,headline/* signOf */.rL)((0,headline/* toneOf */.YV)(report))}`,
    ];
    return [
        { markdown: `## ${title}`, own: banner(report) },
        { markdown: (0,markdown/* lines */.Mn)(...head), own: (0,markdown/* lines */.Mn)(...head.slice(0, -1)) },
    ];
}
/** What happened, before all else: a reader of a failed deployment looks for nothing else. */
function failureParts({ says, remedy, faults, failures }) {
    const failed = (0,failing/* failing */.Jr)(failures, failing/* roomy */.L5, says);
    const todo = failed.remedies.includes(remedy) ? "" : remedy;
    return [
        ...plainParts((0,markdown/* bold */.Cr)((0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(says, 2_000)))),
        ...(todo === "" ? [] : plainParts(`**What to do:** ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(todo, 2_000))}`)),
        ...plainParts(...faults.slice(0, maxFaults).map(faultLine)),
        ...(failures.length === 0 ? [] : section("What did not pass", ...failed.table, ...failed.details)),
    ];
}
/** Faults of the evidence that are shown. */
const maxFaults = 100;
function faultLine({ says, remedy }) {
    return `> ${(0,markdown/* bold */.Cr)(`❌ ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(says, 1_000))}`)} ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(remedy, 1_000))}`.trimEnd();
}
function summaryPart({ status, validations, exit_gate, rollback, issues }) {
    const notes = (0,wording/* shortened */.vI)(validations.notes.join(", "), 1_000);
    const passed = validations.state === "PASSED";
    const words = notes === "" ? "" : passed ? `, ${notes}` : ` (${notes})`;
    const { criteria, met } = exit_gate;
    const unmet = criteria.filter((one) => !one.met).length;
    return (0,markdown/* lines */.Mn)(`**Deployment**: ${status === "SUCCESS" ? "SUCCESSFUL" : status}`, `**All Validations**: ${validations.state}${(0,markdown/* plainText */.wh)(words)}`, `**Exit Gate**: ${unmet > 0
        ? `NOT MET (${unmet} of ${criteria.length} criteria are not met)`
        : met
            ? `MET, all ${criteria.length} criteria`
            : "NOT MET, the evidence has faults"}`, ...(rollback === null ? [] : [`**Rollback**: ${rollbackWord(rollback)}`]), `**Issues**: ${issues.length === 0 ? "none" : issues.length}`);
}
function tasksParts({ checklists }) {
    const tasks = personTasks(checklists);
    if (tasks === "")
        return [];
    return section("Tasks for a Person", "No evidence shows these: a person looks at each. The input `ticked` of the report records who did.", tasks);
}
/** The promotion brief as it was shown before the gate, folded. */
function approvedParts({ brief }) {
    if (brief === null)
        return [];
    const title = `What the approver was shown (${(0,markdown/* plainText */.wh)((0,wording/* minute */.Vc)(brief.written_at))})`;
    return [(0,markdown/* details */.zH)(title, (0,brief_brief/* briefParts */.v)(brief).join("\n\n"))];
}
function notesParts({ notes }) {
    return notes === null ? [] : [(0,markdown/* details */.zH)("Release notes", (0,markdown/* block */.om)((0,wording/* shortened */.vI)(notes, maxNotes), "markdown"))];
}

;// CONCATENATED MODULE: ./build/src/render/report/html.js





const tones = Object.entries(colours)
    .map(([tone, colour]) => `body.${tone} { --tone: ${colour}; }`)
    .join("\n");
/**
 * GitHub's page width, its check lists, the colours of an outcome, no line that must be scrolled sideways, and a print
 * that hides nothing.
 */
const boxText = "text-align: center; line-height: 1em; font-weight: 600;";
const page = `
body { margin: 0; background: #ffffff; --tone: #59636e; --pass: #1a7f37; --fail: #d1242f; --doubt: #9a6700;
  --quiet: #59636e; --line: #d1d9e0; --room: #f6f8fa; --new: #0969da; }
${tones}
.pass { color: var(--pass); }
.fail { color: var(--fail); font-weight: 600; }
.doubt { color: var(--doubt); font-weight: 600; }
.quiet { color: var(--quiet); }
.markdown-body { box-sizing: border-box; max-width: 1012px; margin: 0 auto; padding: 0 32px 32px; }
.markdown-body table { display: table; width: auto; }
.markdown-body pre code { white-space: pre-wrap; overflow-wrap: anywhere; }
.markdown-body summary { cursor: pointer; }
.markdown-body h3 { border-bottom: 1px solid var(--line); padding-bottom: .3em; scroll-margin-top: 8px; }
.markdown-body li:has(> .box) { list-style: none; }
.markdown-body .box { display: inline-block; box-sizing: border-box; width: 1.2em; height: 1.2em;
  margin: 0 .4em 0 -1.6em; border: 1.5px solid currentColor; border-radius: 3px; ${boxText} }
.markdown-body .banner { margin: 0 -32px 24px; padding: 20px 32px; background: var(--tone); color: #ffffff;
  overflow-wrap: anywhere; }
.markdown-body .banner h1 { margin: .1em 0; padding: 0; border: 0; font-size: 2.2em; color: #ffffff; }
.markdown-body .banner p { margin: 0; }
.markdown-body nav { display: flex; flex-wrap: wrap; gap: 4px 14px; margin: 0 0 16px; font-size: .9em; }
.chart { max-width: 640px; }
.chart p { margin: 0; color: var(--quiet); font-size: .85em; }
.chart svg { display: block; width: 100%; height: 60px; margin: 2px 0 10px; background: var(--room); }
.chart polyline { fill: none; stroke: var(--new); stroke-width: 2; vector-effect: non-scaling-stroke; }
.chart polyline.old { stroke: var(--quiet); stroke-dasharray: 4 3; }
.timeline .axis { display: flex; justify-content: space-between; margin: 0 0 4px; color: var(--quiet);
  font-size: .8em; }
.timeline .lane { margin: 0 0 10px; overflow-wrap: anywhere; }
.timeline .bars { position: relative; display: block; height: 14px; border-radius: 3px; background: var(--line); }
.timeline i { position: absolute; top: 0; bottom: 0; border-radius: 2px; background: var(--pass);
  box-shadow: inset 0 0 0 .5px #ffffff; }
.timeline i.crit { background: var(--fail); }
.timeline small { color: var(--quiet); }
@media (prefers-color-scheme: dark) {
  body { background: #0d1117; --pass: #3fb950; --fail: #f85149; --doubt: #d29922; --quiet: #9198a1; --line: #3d444d;
    --room: #151b23; --new: #4493f8; }
}
@media (max-width: 767px) {
  .markdown-body { padding: 0 15px 15px; }
  .markdown-body .banner { margin: 0 -15px 16px; padding: 15px; }
}
@media print {
  .markdown-body { max-width: none; padding: 0; font-size: 11pt; }
  .markdown-body .banner, .timeline .bars, .timeline i { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .markdown-body .banner { margin: 0 0 16px; }
  .markdown-body nav { display: none; }
  .markdown-body h3 { break-after: avoid; }
  .markdown-body tr, .markdown-body li, .timeline .lane { break-inside: avoid; }
  .markdown-body details::details-content { content-visibility: visible; block-size: auto; }
}`;
/**
 * The report as one self-contained page, light and dark. What others wrote is escaped in its parts, and the page
 * forbids itself scripts and requests besides.
 */
function renderHtml(report) {
    const { contents, body } = bodyOf(report);
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${pageTitle(report)}</title>
<link rel="icon" href="${pageIcon(report)}">
<style>
${assets.assets["github-markdown.css"] ?? ""}${page}
</style>
</head>
<body class="${(0,headline/* toneOf */.YV)(report)}">
<article class="markdown-body">
${body.replace("</header>", (end) => `${end}\n${contents}`)}
</article>
</body>
</html>
`;
}
/** The parts of the report as HTML, with links to its sections. */
function bodyOf(report) {
    const titles = [];
    const parts = reportParts(report).map(({ markdown, own = markdown }) => {
        const html = coloured(marked_esm/* marked */.xI.parse(own, { async: false, gfm: true })).trim();
        if (!/^### /.test(own))
            return html;
        const title = own.slice("### ".length);
        titles.push(title);
        return html.replace("<h3>", `<h3 id="part-${titles.length}">`);
    });
    const links = titles.map((title, index) => `<a href="#part-${index + 1}">${title}</a>`);
    return { contents: `<nav aria-label="Contents">\n${links.join("\n")}\n</nav>`, body: parts.join("\n") };
}
const verdictColours = { "✓": "pass", "✗": "fail", "◌": "doubt", "–": "quiet" };
const verdict = /<td>([✓✗◌–]) (?=(?:PASS|OK|FAIL|ERROR|INCONCLUSIVE|UNDECIDED|OFF|NOT RUN|as in )(?:\b|$))/g;
/** The verdicts of the tables in their colours, and boxes that are read on paper too. */
function coloured(html) {
    return html
        .replaceAll('<input checked="" disabled="" type="checkbox">', '<span class="box pass" role="img" aria-label="yes">✓</span>')
        .replaceAll('<input disabled="" type="checkbox">', '<span class="box" role="img" aria-label="no">&#160;</span>')
        .replaceAll(verdict, (_, sign) => `<td class="${verdictColours[sign]}">${sign} `);
}

;// CONCATENATED MODULE: ./build/src/stages/report/delivery.js


const delivery_dayMs = 24 * 3_600_000;
/** Commits older than this before the longest window are not read: a change waits no longer than that. */
const leadDays = 90;
/** The metrics of delivery of an environment, or why they are not known. No verdict hangs on them. */
async function readDelivery(run, environment) {
    try {
        return await delivery_measured(run, environment);
    }
    catch (error) {
        return { missing: `How ${environment} is delivered to is not known: ${(0,error_text/* errorText */.k)(error)}.` };
    }
}
async function delivery_measured({ world }, environment) {
    const { github, clock } = world;
    const nowMs = clock.now().getTime();
    const ago = (days) => new Date(nowMs - days * delivery_dayMs).toISOString();
    const longest = Math.max(...deliveryDays);
    const read = await github.deploymentHistory(environment, ago(longest + 1));
    if (!read.ok) {
        const reason = read.status === 0 ? read.why : `${read.status}: ${read.why}`;
        return {
            missing: `How ${environment} is delivered to is not known: GitHub did not list its deployments (${reason}). ` +
                "Give the job `deployments: read`.",
        };
    }
    const newest = read.value.deployments.find(({ words }) => words.some(({ state }) => state === "success"));
    const commits = newest === undefined ? null : await github.datedCommits(newest.sha, ago(longest + leadDays));
    return deliveryOf({
        ...{ environment, nowMs, history: read.value },
        commits: commits?.ok === true ? commits.value : null,
        commitsMissing: commits?.ok === false ? `The commits were not read (${commits.why}): there is no lead time.` : "",
    });
}

;// CONCATENATED MODULE: ./build/src/stages/report/files.js








/** Removes the report of an earlier attempt, which must not be shown where this one fails; what others wrote stays. */
async function removeReport({ world: { files, job } }) {
    for (const path of Object.values(handover/* reportFiles */.I))
        await files.remove((0,external_node_path_.join)(job.workspace, path));
}
/** Makes the report, writes it as Markdown, HTML and JSON, and shows it as the job summary. */
async function writeReport(run, reported) {
    const { files, job } = run.world;
    const report = await made(run, reported);
    const markdown = renderReport(report);
    await files.write((0,external_node_path_.join)(job.workspace, handover/* reportFiles */.I.markdown), markdown);
    await files.write((0,external_node_path_.join)(job.workspace, handover/* reportFiles */.I.html), renderHtml(report));
    await files.write((0,external_node_path_.join)(job.workspace, handover/* reportFiles */.I.json), `${JSON.stringify(report, null, 2)}\n`);
    run.recorder.summarise(markdown);
    run.recorder.output("report-path", handover/* reportFiles */.I.markdown);
    return report;
}
async function made(run, reported) {
    const { world, recorder } = run;
    const { story, criteria, notified, documented, said } = reported;
    const { environment, from, chain, stages, release, version, deployment } = story;
    const facts = {
        ...{ ...stages, app: release?.app ?? story.by?.app ?? null, version, release, environment, from, deployment },
        date: world.clock.now(),
        ...{ criteria, notified, documented: documented.proof, notes: documented.notes, said },
        checks: (await (0,registry.loadChecks)()).filter(({ level }) => level !== "off"),
        problems: chain.problems,
        delivery: await readDelivery(run, environment),
        documents: documentsOf(reported),
        files: chain.links.filter(({ evidence }) => evidence.stage !== "report"),
    };
    for (const id of (0,checklist/* unusedWords */.w1)(facts))
        await recorder.warn(`Input \`ticked\`: the word on \`${id}\` was not used, since evidence decides it.`);
    return reportFrom({ ...facts, own: recorder.evidence });
}
function documentsOf({ checklist, documented: { procedures = null } }) {
    return [
        ...(checklist === null ? [] : [{ file: checklist, says: "The checklists of this version." }]),
        ...(procedures === null ? [] : [{ file: procedures, says: "How to roll this very release back by hand." }]),
    ];
}

// EXTERNAL MODULE: ./build/src/announce/announce.js
var announce = __webpack_require__(346);
// EXTERNAL MODULE: ./build/src/announce/news.js
var announce_news = __webpack_require__(1878);
// EXTERNAL MODULE: ./build/src/stages/announce.js
var stages_announce = __webpack_require__(5286);
;// CONCATENATED MODULE: ./build/src/stages/report/outcome.js



/**
 * Notifies everybody whom the settings name of the outcome. An announcement that fails leaves its criterion not met and
 * changes nothing of the outcome.
 */
async function announceOutcome(run, story) {
    const { environment, chain, stages, version, release, deployment, by } = story;
    if (stages.promote?.status === "planned" && stages.rollback === null) {
        return { met: false, restsOn: "A dry run is not announced.", remedy: "Promote without `dry-run`." };
    }
    // The event is of the stage that decided it: the report that runs again names it as before.
    const of = by ?? stages.smoke ?? stages.staging ?? stages.validate ?? run.recorder.evidence;
    const event = (0,announce/* eventOf */.A6)(deployment, by);
    const news = (0,stages_announce/* newsOf */.Lq)(run, by ?? run.recorder.evidence, {
        ...(0,announce_news/* keysOf */.YD)((0,stages_announce/* doerOf */._v)(of, environment), event),
        // The start was promote's.
        deployment: (0,announce_news/* keysOf */.YD)((0,stages_announce/* doerOf */._v)(stages.promote ?? of, environment), event).deployment,
        ...{ status: deployment.status, says: deployment.says, environment },
        serves: (0,announce/* servesAfter */.pc)(event, by),
    });
    const known = { ...news, app: run.recorder.evidence.app, version, digest: release?.digest ?? null };
    const before = [...chain.links.map(({ evidence }) => evidence), ...(await (0,stages_announce/* earlierReports */.cE)(run))];
    return (0,announce/* judgeAnnouncements */.A1)(await (0,stages_announce/* announce */.iP)(run, { ...known, sha: run.recorder.evidence.sha }, before), event);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/checks/version.js
var version = __webpack_require__(1279);
// EXTERNAL MODULE: ./build/src/domain/release/page.js
var release_page = __webpack_require__(8673);
// EXTERNAL MODULE: ./build/src/domain/release/version.js
var release_version = __webpack_require__(108);
// EXTERNAL MODULE: ./build/src/render/github/release-page.js
var github_release_page = __webpack_require__(1101);
// EXTERNAL MODULE: ./build/src/stages/report/page-note.js + 1 modules
var page_note = __webpack_require__(3916);
;// CONCATENATED MODULE: ./build/src/stages/report/release-page.js










/** Largest file that is attached. */
const maxBytes = 16 << 20;
/**
 * Publishes the GitHub Release of what was deployed: a draft with every file first, so that nobody sees half of it.
 * Each step looks at what is there, so that a run which was cut, or an attempt that is made again, goes on where it
 * stopped. What cannot be published is a warning. Returns the page's address; null where there is none.
 */
async function publishRelease(run, { environment, deployment, stages, release, notes }, inputs) {
    if (inputs["github-release"] !== true)
        return null;
    const by = (0,evidence_deployment/* decidedBy */.yP)({ ...stages, environment, promoteLost: false, gaps: false });
    if (deployment.status !== "SUCCESS" || release === null) {
        run.world.log.info(`No GitHub Release: the deployment is ${deployment.status}.`);
        if (by !== null)
            await (0,page_note/* noteRollback */.B)(run, by);
        return null;
    }
    const rules = rulesFor(run, release);
    const tags = await run.world.repository.tags().catch(() => []);
    const template = inputs["release-tag"] ?? "v{version}";
    const tag = (0,release_page/* tagOf */.cO)(release, { ref: run.world.job.ref, tags, rules, template });
    try {
        const { job, clock } = run.world;
        const deployedAt = stages.promote?.finished_at ?? clock.now().toISOString();
        const repository = job.runUrl.replace(/\/actions\/runs\/.*$/, "");
        const page = (0,github_release_page/* renderReleasePage */.$)({ release, environment, notes, deployedAt, runUrl: job.runUrl, repository });
        const published = await publish(run, { release, tag, ...page });
        if ("why" in published) {
            await run.recorder.warn(`The GitHub Release ${tag} was not published: ${published.why}`);
            return null;
        }
        if (by !== null)
            await (0,page_note/* noteAgain */.Z)(run, published, { at: deployedAt, run: job.runUrl, by: "promote" });
        run.recorder.output("release-url", published.url);
        run.world.log.info(`GitHub Release ${tag}: ${published.url}`);
        return published.url;
    }
    catch (error) {
        await run.recorder.warn(`The GitHub Release ${tag} was not published: ${(0,error_text/* errorText */.k)(error)}.`);
        return null;
    }
}
/** Which tags name a version of this application. */
function rulesFor({ settings }, { name, app }) {
    return { names: [name, app], patterns: (0,version.versionSettings)({ settings, inputs: {} }).patterns };
}
async function publish(run, wanted) {
    const { github } = run.world;
    const { release, tag, title, body } = wanted;
    const { git_sha: sha, version } = release;
    const standing = await github.refStanding(`refs/tags/${tag}`, sha);
    if (!standing.ok)
        return refusal(standing);
    const { at } = standing.value;
    if (at !== null && at !== sha)
        return {
            why: `the tag is at commit ${at.slice(0, 12)}, and ${sha.slice(0, 12)} was deployed. Give what was changed since ` +
                "a version of its own.",
        };
    const found = await github.releasePage(tag);
    if (!found.ok)
        return refusal(found);
    const strange = found.value === null ? null : (0,release_page/* digestOfPage */.t9)(found.value.body);
    const another = strange !== null && strange !== release.digest;
    if (another && found.value?.draft === false)
        return {
            why: `its page is of another build of ${version}, with sha256 ${strange.slice(0, 12)}…, and was left as it is. ` +
                "Delete that page to have one of this build.",
        };
    const prerelease = ((0,release_version/* parseVersion */.ot)(version)?.pre.length ?? 0) > 0;
    const page = found.value === null || another
        ? await github.draftPage({ tag, sha, title, body, prerelease })
        : { ok: true, value: found.value };
    if (!page.ok)
        return refusal(page);
    const unattached = await attach(run, page.value, release);
    if (unattached !== null)
        return unattached;
    if (!page.value.draft)
        return page.value;
    const latest = await latestOf(run, release);
    const published = await github.publishPage({ id: page.value.id, sha, prerelease, latest });
    return published.ok ? published.value : refusal(published);
}
async function latestOf(run, release) {
    const now = await run.world.github.latestTag();
    return (0,release_page/* latestWord */.QQ)(release.version, { tag: now.ok ? now.value : "", rules: rulesFor(run, release) });
}
/** Uploads what the page does not have yet. Null when it has all. */
async function attach(run, page, release) {
    const files = await filesFor(run, release);
    const missing = files.filter(({ name }) => !page.files.some((one) => one.name === name && one.whole));
    if (missing.length > 0 && page.immutable && !page.draft) {
        const names = missing.map(({ name }) => name).join(", ");
        return { why: `it is immutable, so that ${names} cannot be attached any more.` };
    }
    for (const file of missing) {
        const attached = await run.world.github.attachFile(page, file);
        if (attached.ok)
            continue;
        const { why } = refusal(attached);
        return { why: `${file.name} could not be attached: ${why} Run this job again: it completes the page.` };
    }
    return null;
}
/** The bill of materials and the report, as far as they are here. */
async function filesFor(run, { sbom }) {
    const found = [];
    if (sbom !== undefined) {
        const text = await release_page_textOf(run, (0,external_node_path_.join)(handover/* handover */.c.release, sbom.file));
        const sha256 = (0,external_node_crypto_.createHash)("sha256")
            .update(text ?? "")
            .digest("hex");
        if (sha256 === sbom.sha256)
            found.push({ name: sbom.file, type: "application/vnd.cyclonedx+json", text: text ?? "" });
        else {
            const is = text === null ? "is not beside the release" : "is not the one that validate wrote";
            await run.recorder.warn(`The SBOM was not attached to the GitHub Release: ${sbom.file} ${is}.`);
        }
    }
    for (const [name, type] of reports) {
        const text = await release_page_textOf(run, (0,external_node_path_.join)(handover/* handover */.c.report, name));
        if (text !== null)
            found.push({ name, type, text });
    }
    return found;
}
const reports = [
    ["report.md", "text/markdown"],
    ["report.html", "text/html"],
    ["report.json", "application/json"],
];
async function release_page_textOf({ world: { files, job } }, path) {
    return files.read((0,external_node_path_.join)(job.workspace, path), maxBytes);
}
function refusal({ status, why }) {
    const remedy = status === 403 || status === 404 ? " Give the job `contents: write`, or set `github-release: false`." : "";
    return { why: `${status === 0 ? why : `${status}: ${why}`}.${remedy}` };
}

// EXTERNAL MODULE: ./build/src/render/stage/comment.js
var comment = __webpack_require__(4766);
;// CONCATENATED MODULE: ./build/src/render/github/released.js




/** The short report, for a pull request that is in the release. One comment for each application and environment. */
function renderReleasedPull(facts) {
    const { app, version, deployment, criteria, sha, at, runUrl } = facts;
    const when = `${at.slice(0, 16).replace("T", " ")} UTC`;
    const about = [
        `${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(app, 100))} ${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(version, 100))}`,
        (0,markdown/* code */.aY)(sha.slice(0, 12)),
        when,
    ];
    const boxes = criteria.map(({ title, met, restsOn }) => {
        const why = met ? "" : `: ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(restsOn, 300))}`;
        return `- [${met ? "x" : " "}] ${(0,markdown/* plainText */.wh)(title)}${why}`;
    });
    const body = [
        `### ${outcome(facts)}`,
        `${about.join(", ")}. ${(0,markdown/* link */.nf)("The whole report", runUrl)} is in the summary of the run.`,
        ...(deployment.status === "SUCCESS" ? [] : [(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(deployment.says, 1_000))]),
        ...(boxes.length === 0 ? [] : [(0,markdown/* bold */.Cr)("Exit gate"), boxes.join("\n")]),
    ].join("\n\n");
    return { marker: marker(facts), body: (0,markdown/* cutTo */.yd)(body, comment/* maxCommentBytes */.R4, "The rest is in the summary of the run.") };
}
/** One line, for an issue that a pull request of the release closed. */
function renderReleasedIssue(facts) {
    return { marker: marker(facts), body: `${outcome(facts)}. ${(0,markdown/* link */.nf)("Report", facts.runUrl)}` };
}
function outcome({ version, environment, deployment, pageUrl, runUrl }) {
    const name = (0,markdown/* link */.nf)(`v${(0,wording/* shortened */.vI)(version, 100)}`, pageUrl ?? runUrl);
    const where = (0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(environment, 100));
    const sign = (0,headline/* signOf */.rL)((0,headline/* toneOf */.YV)(deployment));
    if (deployment.status === "SUCCESS")
        return `${sign} Released in ${name} to ${where}`;
    return deployment.status === "ROLLED BACK"
        ? `${sign} ${name} was rolled back from ${where}`
        : `${sign} The deployment of ${name} to ${where}: ${deployment.status}`;
}
function marker({ app, environment }) {
    return `<!-- phoenix-deploy:released:v1 key=${[app, environment].map(comment/* nameInComment */.q1).join("/")} -->`;
}

// EXTERNAL MODULE: ./build/src/domain/brief/facts.js
var facts = __webpack_require__(2726);
// EXTERNAL MODULE: ./build/src/stages/release-commit.js
var release_commit = __webpack_require__(6192);
;// CONCATENATED MODULE: ./build/src/stages/report/released-pulls.js



/**
 * The pull requests that went out: those of the brief, which compared with what the environment ran before; of a
 * rollback alone, those between the commits of both releases. A number in a subject may be of another repository or of
 * an issue, so that only those count that GitHub knows to be merged as one of these commits.
 */
async function releasedPulls(run, stages) {
    const found = await candidates(run, stages);
    if ("why" in found)
        return found;
    const { numbers, commits } = found;
    const answer = await run.world.github.releasedPulls(numbers);
    if (!answer.ok) {
        const { status, why } = answer;
        const refused = status === 403 || /not accessible/i.test(why);
        const remedy = refused ? " Give the job `pull-requests: write` and `issues: write`." : "";
        return {
            why: `GitHub did not say what the pull requests are (${status === 0 ? why : `${status}: ${why}`}).${remedy}`,
        };
    }
    return answer.value.filter(({ mergedAs }) => mergedAs !== null && (commits === null || commits.has(mergedAs)));
}
async function candidates(run, { smoke, promote, rollback }) {
    const changes = smoke?.brief?.changes;
    if (changes !== undefined && !(0,brief/* isMissing */.b)(changes)) {
        const { pulls, commits } = changes;
        const whole = commits.list.length === commits.total;
        return {
            numbers: pulls.list.map(({ number }) => number),
            commits: whole ? new Set(commits.list.map(({ sha }) => sha)) : null,
        };
    }
    if (promote === null && rollback !== null)
        return between(run, rollback);
    return ofCommit(run, smoke?.release?.git_sha ?? run.recorder.evidence.sha);
}
/** Without a comparison, as of a first deployment: those of the commit itself. */
async function ofCommit({ world }, sha) {
    const answer = await world.github.pullRequestsOf(sha);
    if (answer.ok)
        return { numbers: answer.value.map(({ number }) => number), commits: null };
    const { status, why } = answer;
    const remedy = status === 403 || status === 404 ? " Give the job `pull-requests: write`." : "";
    return {
        why: `GitHub did not say which pull requests there are (${status === 0 ? why : `${status}: ${why}`}).${remedy}`,
    };
}
/** Those of the commits that a rollback left, by GitHub's own comparison: the checkout may have no history. */
async function between(run, { environment, from, to }) {
    const { github, clock } = run.world;
    const read = await github.deploymentHistory(environment ?? "", clock.now().toISOString());
    const history = read.ok ? read.value.deployments : [];
    const commitOf = async (id) => (id === null ? null : (0,release_commit/* commitOfRelease */.w)(run, id, history));
    const [left, back] = await Promise.all([commitOf(from), commitOf(to)]);
    if (left === null || back === null) {
        const id = left === null ? from : to;
        return {
            why: `the commit of ${id ?? "what was left"} is not known, since no tag and no record of a deployment names it. ` +
                "Tag each version, or give the job `deployments: read`.",
        };
    }
    const compared = await github.comparedCommits(back, left);
    if (!compared.ok)
        return { why: `GitHub did not compare ${back.slice(0, 12)} with ${left.slice(0, 12)}: ${compared.why}.` };
    const { total, commits } = compared.value;
    return {
        numbers: [...new Set(commits.flatMap(({ subject }) => (0,facts/* pullInSubject */.Jv)(subject) ?? []))],
        commits: commits.length === total ? new Set(commits.map(({ sha }) => sha)) : null,
    };
}

;// CONCATENATED MODULE: ./build/src/stages/report/released-comments.js




/** Conversations that one release is announced in: GitHub slows down who writes more than 80 times in a minute. */
const maxConversations = 60;
/** Between two comments, as GitHub asks for. */
const pauseMs = 1_000;
/**
 * Keeps one comment on every pull request that is in the release, and on every issue that these closed: what became of
 * it. Found again by its marker, and updated in place. What cannot be written is a warning.
 */
async function commentOnReleased(run, outcome, pageUrl) {
    const { deployment, stages, version } = outcome;
    const { status } = deployment;
    if (version === null || status === "NOT DEPLOYED" || status === "UNKNOWN")
        return;
    try {
        const pulls = await releasedPulls(run, stages);
        if ("why" in pulls)
            return await run.recorder.warn(`The pull requests of this release have no comments: ${pulls.why}`);
        const facts = released_comments_factsOf(run, { ...outcome, version }, pageUrl);
        const issues = [...new Set(pulls.flatMap(({ closes }) => closes))];
        const say = (kind, number) => kind === "issue"
            ? { kind, number, ...renderReleasedIssue(facts), updateOnly: status !== "SUCCESS" }
            : { kind, number, ...renderReleasedPull(facts), updateOnly: false };
        await sayAll(run, [
            ...pulls.map(({ number }) => say("pull request", number)),
            ...issues.map((number) => say("issue", number)),
        ]);
    }
    catch (error) {
        await run.recorder.warn(`The pull requests of this release have no comments: ${(0,error_text/* errorText */.k)(error)}.`);
    }
}
function released_comments_factsOf({ world: { job, clock }, recorder }, outcome, pageUrl) {
    const { environment, deployment, stages, release, version, criteria } = outcome;
    const { promote, rollback } = stages;
    return {
        ...{ app: release?.app ?? recorder.evidence.app, version, environment, deployment, criteria, pageUrl },
        sha: release?.git_sha ?? recorder.evidence.sha,
        at: (rollback ?? promote)?.finished_at ?? clock.now().toISOString(),
        runUrl: job.runUrl,
    };
}
async function sayAll(run, sayings) {
    const { world, recorder } = run;
    const unsaid = [];
    const refused = new Set();
    let written = 0;
    for (const [index, { kind, number, ...comment }] of sayings.slice(0, maxConversations).entries()) {
        if (refused.has(kind))
            continue;
        if (index > 0)
            await world.clock.sleep(pauseMs);
        const answer = await world.github.stickyComment({ pullRequest: number, ...comment });
        if (answer.ok) {
            written += 1;
            continue;
        }
        const { status, why } = answer;
        unsaid.push(`#${number} (${status === 0 ? why : `${status}: ${why}`})`);
        if (status === 429)
            break;
        // A conversation that is locked is refused as well: that is no matter of permissions.
        if (status === 403 && !/locked/i.test(why))
            refused.add(kind);
    }
    world.log.info(`Commented on ${(0,plural/* counted */.h)(written, "pull request or issue", "pull requests and issues")} of this release.`);
    if (unsaid.length > 0)
        await recorder.warn(unsaidWarning(unsaid, refused));
    const left = sayings.length - maxConversations;
    if (left > 0)
        await recorder.warn(`${(0,plural/* counted */.h)(left, "pull request or issue", "pull requests and issues")} of this release have no comment: at ` +
            `most ${maxConversations} are written.`);
}
/** Numbers that are named in a warning. */
const maxNamed = 5;
function unsaidWarning(unsaid, refused) {
    const named = `${unsaid.slice(0, maxNamed).join(", ")}${unsaid.length > maxNamed ? ", …" : ""}`;
    const permissions = [
        ...(refused.has("pull request") ? ["`pull-requests: write`"] : []),
        ...(refused.has("issue") ? ["`issues: write`"] : []),
    ];
    const remedy = permissions.length === 0
        ? "Run this job again: each has one comment however often it runs."
        : `Give the job ${permissions.join(" and ")}, or set \`comment: false\`.`;
    return `Not commented on what is in this release: ${named}. ${remedy}`;
}

;// CONCATENATED MODULE: ./build/src/stages/report/publish.js


/** Where the report has been written: the GitHub Release, and comments on what went out with a link to it. */
async function publishOutcome(run, outcome, inputs) {
    const pageUrl = await publishRelease(run, outcome, inputs);
    if (inputs.comment === true)
        await commentOnReleased(run, outcome, pageUrl);
}

// EXTERNAL MODULE: ./build/src/domain/checklist/person-tick.js
var person_tick = __webpack_require__(4032);
;// CONCATENATED MODULE: ./build/src/stages/report/words.js

/** What people say of items, by their ids, with who gave it to this run. */
function wordsOf({ world }, ticked = []) {
    return new Map(ticked.map((one) => [one.id, (0,person_tick/* wordOf */.aG)(one, world.job.actor)]));
}
/** Documentation that no evidence shows is met by the word of a named person, and is marked as that. */
function orByWord(documented, said) {
    const word = said.get("release-documented");
    const { met, restsOn } = documented.proof;
    if (met || word === undefined)
        return documented;
    return {
        ...documented,
        proof: { met: true, restsOn: `${word} No evidence shows it: ${restsOn}`, remedy: "", word: true },
    };
}

;// CONCATENATED MODULE: ./build/src/stages/report.js











/**
 * Joins every stage's evidence into the Deployment Validation Report, announces the outcome, and holds the exit gate
 * (Phase 6: Exit Gate).
 */
const report = async (run, inputs) => {
    if (inputs.write !== "report")
        return writeAlone(run, inputs);
    if (inputs.version !== "")
        return (0,stage/* stopped */.c)({
            reason_code: "invalid_input",
            says: "Input `version` is given, and the report is of the version that the evidence names.",
            remedy: "Remove it, or write another document with the input `write`.",
        });
    const refused = await commitOf(run);
    if (refused !== null)
        return refused;
    await removeReport(run);
    const story = await readStory(run, inputs);
    const notified = await announceOutcome(run, story);
    const said = wordsOf(run, inputs.ticked);
    const documented = orByWord(await renewDocumentation(run, story), said);
    const gate = inputs["exit-gate"];
    const criteria = await judgeExitGate(run, { story, notified, documented: documented.proof, gate });
    const checklist = await keepChecklist(run, story, { notified, documented, said });
    await writeReport(run, { story, criteria, notified, documented, checklist, said });
    await publishOutcome(run, { ...story, criteria, notes: documented.notes }, inputs);
    return concludeReport(story, criteria, gate);
};
/** The evidence may be of a commit that the event names, where that is checked out. */
async function commitOf(run) {
    const { pullRequest, workflowRun } = run.world.job;
    return pullRequest || workflowRun ? (0,checkout/* checkoutGate */.i)(run, { another: "warn" }) : null;
}


/***/ }),

/***/ 403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Sl: () => (/* binding */ keepProcedures),
  xU: () => (/* binding */ proceduresFile),
  Nz: () => (/* binding */ rollbackProcedures),
  GZ: () => (/* binding */ writeProcedures)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/checks/backup.js
var checks_backup = __webpack_require__(6981);
// EXTERNAL MODULE: ./build/src/domain/evidence/handover.js
var handover = __webpack_require__(9999);
// EXTERNAL MODULE: ./build/src/domain/fleet/plan.js
var fleet_plan = __webpack_require__(5590);
// EXTERNAL MODULE: ./build/src/domain/rollback/procedures.js
var procedures = __webpack_require__(2557);
// EXTERNAL MODULE: ./build/src/domain/values/error-text.js
var error_text = __webpack_require__(3059);
// EXTERNAL MODULE: ./build/src/gates/evidence.js + 2 modules
var evidence = __webpack_require__(3424);
// EXTERNAL MODULE: ./build/src/render/text/hand-part.js
var hand_part = __webpack_require__(7449);
// EXTERNAL MODULE: ./build/src/render/text/markdown.js
var markdown = __webpack_require__(7103);
// EXTERNAL MODULE: ./build/src/render/text/readable.js
var readable = __webpack_require__(5106);
// EXTERNAL MODULE: ./build/src/render/text/wording.js
var wording = __webpack_require__(9700);
;// CONCATENATED MODULE: ./build/src/render/documents/rollback-procedures.js





/** Phase 6: Rollback Criteria, each with the word that the rollback is given as its reason. */
const criteria = {
    "error-rate": ({ errorRate, watchMs }) => {
        const watch = `For ${(0,wording/* durationText */.S5)(watchMs)} after traffic moved, promote watches this and rolls back by itself.`;
        return `More than ${Math.round(errorRate * 1e6) / 1e4} % of requests fail.${watchMs > 0 ? ` ${watch}` : ""}`;
    },
    performance: ({ latencyIncrease, latencyMaxMs }) => {
        if (latencyIncrease === null)
            return "Performance is too bad. No watch looks at it: `criteria.latency` is off.";
        const limit = latencyMaxMs === null ? "" : `, or answers take longer than ${(0,wording/* durationText */.S5)(latencyMaxMs)}`;
        return `Performance is worse by more than ${Math.round(latencyIncrease * 100)} %${limit}.`;
    },
    "p1-bug": () => "A P1 bug is found.",
    security: () => "A security vulnerability is found.",
    "data-integrity": () => "The integrity of data is in doubt.",
};
/**
 * Phase 6: Rollback plan documented. When, who, how, and for each environment what the suite does and how a person does
 * it by hand.
 */
function renderRollbackProcedures(document) {
    const parts = [
        `# Rollback procedures of ${(0,markdown/* plainText */.wh)(document.app)} ${(0,markdown/* plainText */.wh)(document.version)}`,
        origin(document),
        "## When",
        (0,readable/* folded */.TM)((0,readable/* readable */.HD)("What is found, and the reason to give with it:")),
        (0,readable/* items */.ld)(Object.entries(criteria).map(([reason, says]) => (0,readable/* readable */.HD)(`\`${reason}\`: ${says(document.criteria)}`))),
        "## Who and how",
        ...who,
        "## The database",
        ...schema,
        (0,readable/* items */.ld)(document.environments.map(databaseItem)),
        ...document.environments.flatMap(environmentPart),
    ];
    return `${parts.join("\n\n")}\n`;
}
function origin({ sha, version }) {
    return paragraph([
        `Generated from the settings of commit \`${sha.slice(0, 12)}\`, for a rollback from this release.`,
        "A rollback makes its own plan from what it finds on the target;",
        `its release ids also have the digest, such as \`${version}-1a2b3c4d\`.`,
    ].join(" "));
}
const who = [
    paragraph([
        "Whoever may run the workflow with the action `rollback` (.github/workflows/rollback.yml, " +
            "from examples/workflows).",
        "Where the environment of its job has required reviewers, they have to approve. In a terminal:",
    ].join(" ")),
    (0,markdown/* block */.om)("gh workflow run rollback.yml -f confirm=production -f reason=error-rate", "sh"),
    paragraph([
        "`confirm` is the name of the environment. With `dry-run` it prints the plan and changes nothing; " +
            "with `drill` it",
        "rolls back and forward again, and marks nothing bad. The reason `manual` needs a detail.",
    ].join(" ")),
    paragraph([
        "Where GitHub is down: the commands of `By hand` below, on the hosts. They need nothing but a login there, and",
        "each block can be pasted as it is.",
    ].join(" ")),
];
function paragraph(text) {
    return (0,readable/* folded */.TM)((0,readable/* readable */.HD)(text));
}
/** Three ways, from the one that is nearly always right to the last resort. */
const schema = [
    paragraph("No migration is rolled back automatically. Decide by what the release before meets on the schema of now:"),
    (0,readable/* items */.ld)([
        (0,readable/* readable */.HD)("It works with it, as it was expanded before the release took traffic: the schema stays. This is " +
            "`migrations: keep`, the default."),
        (0,readable/* readable */.HD)("It fails on it, or jobs of another application do, and what was migrated can be reversed: the schema is " +
            "rolled back, last of all. This is `migrations: down`, with the commands below."),
        (0,readable/* readable */.HD)("It serves, but data are damaged; or the schema has to go back, and a migration cannot be reversed: the backup " +
            "is restored, by hand. What was written since is missing afterwards."),
    ]),
    paragraph([
        "`migrations: down` refuses, before it touches anything, what cannot be reversed, what would lose data, and what",
        "other migrations came after; the dry run shows which versions would go:",
    ].join(" ")),
    (0,markdown/* block */.om)([
        "gh workflow run rollback.yml -f confirm=production -f reason=data-integrity -f migrations=down -f dry-run=true",
        "gh workflow run rollback.yml -f confirm=production -f reason=data-integrity -f migrations=down",
    ].join("\n"), "sh"),
];
function databaseItem({ name, migrate, backup }) {
    if (migrate === null)
        return `${(0,markdown/* plainText */.wh)(name)}: runs no migrations.`;
    const how = backup === null ? "the settings name none" : (0,readable/* readable */.HD)(backup);
    return `${(0,markdown/* plainText */.wh)(name)}: ${(0,readable/* readable */.HD)(`\`${migrate}\``)} ran before the release took traffic. Its backup: ${how}.`;
}
function environmentPart({ name, url, plans, assumed, lastKnown, byHand }) {
    const facts = [["Users reach it at", `\`${url}\``], ...byHand.facts, ...knownFacts(lastKnown)];
    return [
        `## ${(0,markdown/* plainText */.wh)(name)}`,
        (0,readable/* items */.ld)(facts.map(([what, value]) => `${(0,readable/* readable */.HD)(what)}: ${(0,readable/* readable */.HD)(value)}`)),
        lastKnown === null
            ? paragraph("Which releases are there is not known yet: no deployment has left evidence here.")
            : (0,readable/* folded */.TM)(`The releases are those of ${lastKnown.by.stage} in ` +
                `${(0,markdown/* link */.nf)(`run ${lastKnown.by.run_id}`, lastKnown.by.run_url)}, at ${(0,wording/* minute */.Vc)(lastKnown.at)}.`),
        ...(plans.length === 0 || assumed === null ? [] : [paragraph(otherSlots(assumed))]),
        ...plans.flatMap(({ when, plan }) => planPart(when, plan)),
        "### By hand",
        ...byHand.parts.flatMap(hand_part/* handPart */.f),
    ];
}
/** The plans are made before anybody knows where the release before will be. */
const otherSlots = (slot) => `The plans here have the release before in slot ${slot}. Where \`See what serves\` below shows it in the other ` +
    "slot, read the two slots the other way round.";
function planPart(when, plan) {
    return [
        (0,readable/* folded */.TM)(`${(0,markdown/* plainText */.wh)(when)} ${(0,readable/* readable */.HD)(plan.says)}`),
        (0,readable/* items */.ld)((0,fleet_plan/* batches */.Xy)(plan.steps).map((batch) => (0,readable/* readable */.HD)((0,fleet_plan/* batchText */.uG)(batch))), (index) => `${index + 1}. `),
        ...plan.warnings.map((warning) => (0,readable/* folded */.TM)(`**Note:** ${(0,readable/* readable */.HD)(warning)}`, "> ")),
    ];
}
function knownFacts(known) {
    if (known === null)
        return [];
    const { serves, before, kept, schema, added, backup } = known;
    const code = (text) => `\`${text}\``;
    const releases = [...new Set(kept.map(({ releases }) => releases.join(", ")))];
    const everywhere = releases.length === 1 ? releases : kept.map(({ host, releases }) => `${host}: ${releases.join(", ")}`);
    const migrated = added.length === 0 ? "" : `; the last deployment added ${added.map(code).join(", ")}`;
    return [
        ["Serves", serves === null ? "not known: look at the hosts" : code(serves)],
        ...(before === null ? [] : [["Before it", code(before)]]),
        ...(kept.length === 0 ? [] : [["Kept before this deployment", everywhere.join("; ") || "none"]]),
        ...(schema === null ? [] : [["Schema", `${code(schema)}${migrated}`]]),
        ...(backup === null ? [] : [["Last backup", code(backup)]]),
    ];
}

// EXTERNAL MODULE: ./build/src/targets/hosts/by-hand.js + 4 modules
var by_hand = __webpack_require__(1874);
;// CONCATENATED MODULE: ./build/src/targets/by-hand.js

/** The commands by hand of every target, one line each: who only writes them down does not load the targets. */
const targets = {
    hosts: by_hand/* hostsByHand */.k,
};
/** How a person rolls the environment back by hand. */
function byHandOf(of) {
    return targets[of.environment.target](of);
}

// EXTERNAL MODULE: ./build/src/stages/expected-rollback.js
var expected_rollback = __webpack_require__(3718);
// EXTERNAL MODULE: ./build/src/stages/gates/evidence-folder.js
var evidence_folder = __webpack_require__(5002);
;// CONCATENATED MODULE: ./build/src/stages/report/procedures.js











/** The generated procedures, from the repository's root. */
const proceduresFile = `${handover/* handover */.c.report}/rollback-procedures.md`;
/** How the application is rolled back in each environment of the settings, and those that cannot be. */
async function rollbackProcedures(run, written) {
    const { criteria } = run.settings;
    const made = await Promise.all(Object.values(run.settings.environments).map((environment) => proceduresOf(run, environment, written)));
    const { app, version, sha } = written;
    const environments = made.map(({ document }) => document);
    return {
        text: renderRollbackProcedures({ app, version, sha, criteria, environments }),
        refused: made.flatMap(({ refused }) => refused),
    };
}
async function proceduresOf(run, environment, written) {
    const { name, url, migrations, backup, slots } = environment;
    const [first = null, second] = Object.keys(slots).sort();
    const plans = (0,expected_rollback/* expectedRollback */.z)(run, environment, { now: written.version, before: written.before });
    return {
        document: {
            ...{ name, url, migrate: migrations.migrate },
            backup: backup === null ? null : backedUp(backup),
            plans: plans.flatMap(({ when, made }) => ((0,fleet_plan/* isRefusal */.vu)(made) ? [] : [{ when, plan: made }])),
            assumed: second === undefined ? null : first,
            lastKnown: (0,procedures/* lastKnown */.Wu)(written.evidence, name),
            byHand: await byHandOf({ app: written.app, environment }),
        },
        refused: plans.flatMap(({ made }) => ((0,fleet_plan/* isRefusal */.vu)(made) ? [{ environment: name, refusal: made }] : [])),
    };
}
function backedUp(backup) {
    const done = backup.by === "provider" ? "not looked at by phoenix-deploy" : "made and verified before migrations run";
    return `${(0,checks_backup.backupText)(backup)}, ${done}`;
}
/** Writes them where the report is, with what evidence here says; `own` is what this stage knows so far. */
async function writeProcedures(run, named, own = null) {
    const { files, job } = run.world;
    const earlier = (await earlierEvidence(run)).filter(({ stage }) => stage !== own?.stage);
    const evidence = [...(own === null ? [] : [own]), ...earlier];
    const before = evidence.find(({ stage, from }) => stage === "promote" && from !== null)?.from ?? "the previous release";
    const made = await rollbackProcedures(run, { ...named, before, evidence });
    await files.write((0,external_node_path_.join)(job.workspace, proceduresFile), made.text);
    return made;
}
/**
 * Writes them anew for a release that is about to serve, or was deployed and `ended` so. True where they were written:
 * they are bookkeeping, and a fault is a warning.
 */
async function keepProcedures(run, { app, version, git_sha: sha }, ended) {
    const { evidence } = run.recorder;
    const own = ended === null ? evidence : { ...evidence, status: ended.status, decision: ended.decision };
    try {
        await writeProcedures(run, { app, version, sha }, own);
        return true;
    }
    catch (error) {
        const why = (0,error_text/* errorText */.k)(error);
        await run.recorder.warn(`The rollback procedures could not be written to ${proceduresFile}: ${why}.`);
        return false;
    }
}
/** What the stages before left in this checkout, whichever job pins it. */
async function earlierEvidence(run) {
    const chain = (0,evidence/* joinChain */.UW)({ files: await (0,evidence_folder/* readEvidence */.At)(run), jobs: "", sha: "", runId: null });
    return chain.links.map(({ evidence }) => evidence);
}


/***/ }),

/***/ 9226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ levelOf),
/* harmony export */   y: () => (/* binding */ isListed)
/* harmony export */ });
/* harmony import */ var _domain_validation_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3944);

/** The settings' level of a check, else its default for this commit. */
function levelOf(check, settings, job) {
    return settings.checks[check.id]?.level ?? (0,_domain_validation_check_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultLevel */ .Qx)(check.level, (0,_domain_validation_check_js__WEBPACK_IMPORTED_MODULE_0__/* .ships */ .yw)(job));
}
/** True for a check that this run records: one that is off by default belongs to it where the settings name it. */
function isListed(check, settings) {
    return check.level !== "off" || settings.checks[check.id] !== undefined;
}


/***/ })

};
