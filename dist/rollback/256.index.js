export const id = 256;
export const ids = [256];
export const modules = {

/***/ 3256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runStage: () => (/* binding */ runStage)
});

;// CONCATENATED MODULE: ./build/src/adapters/clock.js
/** The machine's clock. Sleeps end early when the run is cancelled. */
function clockAdapter(cancel) {
    return {
        now: () => new Date(),
        ticks: () => performance.now(),
        sleep: (ms) => new Promise((resolve) => {
            if (cancel.aborted)
                return resolve();
            const wake = () => {
                clearTimeout(timer);
                cancel.removeEventListener("abort", wake);
                resolve();
            };
            const timer = setTimeout(wake, ms);
            cancel.addEventListener("abort", wake, { once: true });
        }),
    };
}

// EXTERNAL MODULE: ./build/src/adapters/files.js
var files = __webpack_require__(309);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 8 modules
var schemas = __webpack_require__(2716);
// EXTERNAL MODULE: ./build/src/domain/values/error-text.js
var error_text = __webpack_require__(3059);
;// CONCATENATED MODULE: ./build/src/adapters/github/api.js


const pageSize = 100;
/** The longest that GitHub is waited for where it asks to be left alone. */
const maxWaitMs = 60_000;
const timer = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const errorBody = schemas/* looseObject */._H3({
    message: schemas/* string */.YjP(),
    errors: schemas/* array */.YOg(schemas/* looseObject */._H3({ message: schemas/* string */.YjP().optional() })).optional(),
});
const graphqlBody = schemas/* looseObject */._H3({
    data: schemas/* unknown */.L5J(),
    errors: schemas/* array */.YOg(schemas/* looseObject */._H3({ message: schemas/* string */.YjP() })).optional(),
});
/** Octokit is loaded at the first question: most jobs ask none. */
function openApi(options) {
    const { token, graphqlUrl, pausesMs = [500, 2_000], sleep = timer } = options;
    const [owner = "", repo = ""] = options.repository.split("/");
    async function ask(schema, route, parameters = {}) {
        if (token === "")
            return { ok: false, status: 0, why: "the input `github-token` is empty" };
        const named = route.includes("{owner}") ? { owner, repo, ...parameters } : parameters;
        let answer = await send(options, route, named);
        // A write may have been done although its answer was lost: only what changes nothing is tried again.
        const reads = route.startsWith("GET ") || route === `POST ${graphqlUrl}`;
        let asked = false;
        for (const pause of reads ? pausesMs : []) {
            // Who asks to be left alone is waited for once.
            if (answer.ok || answer.againMs === undefined || (asked && answer.againMs > 0))
                break;
            asked ||= answer.againMs > 0;
            await sleep(Math.max(pause, answer.againMs));
            answer = await send(options, route, named);
        }
        if (!answer.ok)
            return { ok: false, status: answer.status, why: answer.why };
        const parsed = schema.safeParse(answer.value);
        if (parsed.success)
            return { ok: true, value: parsed.data };
        const place = parsed.error.issues[0]?.path.join(".") ?? "";
        return { ok: false, status: 200, why: `the answer is not of the known form${place === "" ? "" : ` (${place})`}` };
    }
    return {
        ask,
        async list(schema, route, { parameters, maxPages }) {
            const all = [];
            for (let page = 1; page <= maxPages; page += 1) {
                const answer = await ask(schemas/* array */.YOg(schema), route, { ...parameters, per_page: pageSize, page });
                if (!answer.ok)
                    return answer;
                all.push(...answer.value);
                if (answer.value.length < pageSize)
                    break;
            }
            return { ok: true, value: all };
        },
        async query(data, query, variables = {}) {
            const answer = await ask(graphqlBody, `POST ${graphqlUrl}`, { query, variables });
            if (!answer.ok)
                return answer;
            // GraphQL refuses with 200.
            const [error] = answer.value.errors ?? [];
            if (error !== undefined)
                return { ok: false, status: 200, why: oneLine(error.message) };
            const parsed = data.safeParse(answer.value.data);
            return parsed.success
                ? { ok: true, value: parsed.data }
                : { ok: false, status: 200, why: "the answer is not of the known form" };
        },
    };
}
async function send(options, route, parameters) {
    const { token, apiUrl, limitMs = 20_000 } = options;
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
    const octokit = getOctokit(token, { baseUrl: apiUrl });
    const signal = AbortSignal.timeout(limitMs);
    try {
        return { ok: true, value: (await octokit.request(route, { ...parameters, request: { signal } })).data };
    }
    catch (error) {
        return signal.aborted ? { ok: false, status: 0, why: `no answer within ${limitMs / 1_000} s` } : refusal(error);
    }
}
/**
 * What octokit threw, as an answer. It gives a lost connection the status 500: only an error with a response is
 * GitHub's word. A connection that was lost is made again; one that was waited for in vain is not.
 */
function refusal(error) {
    const { status, response } = (error ?? {});
    if (status === undefined || response === undefined)
        return { ok: false, status: 0, why: oneLine((0,error_text/* errorText */.k)(error)), againMs: 0 };
    const body = errorBody.safeParse(response.data);
    const details = body.data?.errors?.flatMap(({ message }) => message ?? []) ?? [];
    const why = body.success ? oneLine([body.data.message, ...details].join(": ")) : "without a reason";
    const wait = response.headers["retry-after"];
    // GitHub says 403 to a token without permission and to one that asks too much; the remedies differ.
    const tooMuch = status === 429 || (status === 403 && (wait !== undefined || response.headers["x-ratelimit-remaining"] === "0"));
    if (tooMuch) {
        const said = wait === undefined ? why : `${why} (it asks to wait ${oneLine(wait)} s)`;
        return { ok: false, status: 429, why: said, againMs: waitOf(wait) };
    }
    return { ok: false, status, why, ...(status >= 500 ? { againMs: 0 } : {}) };
}
/** The seconds of `retry-after`; undefined where it names none, or more than anybody waits. */
function waitOf(seconds) {
    const ms = /^\d{1,6}$/.test(seconds ?? "") ? Number(seconds) * 1_000 : Number.POSITIVE_INFINITY;
    return ms <= maxWaitMs ? ms : undefined;
}
/** The first line, without a full stop, as part of a sentence. */
function oneLine(text) {
    return (text.split(/[\r\n]/)[0] ?? "").slice(0, 300).replace(/\.$/, "");
}

;// CONCATENATED MODULE: ./build/src/adapters/github/approval.js

const user = schemas/* looseObject */._H3({ id: schemas/* number */.aig(), login: schemas/* string */.YjP() });
const reviewer = schemas/* looseObject */._H3({ login: schemas/* string */.YjP().optional(), slug: schemas/* string */.YjP().optional() });
const rule = schemas/* looseObject */._H3({
    type: schemas/* string */.YjP(),
    wait_timer: schemas/* number */.aig().nullish(),
    prevent_self_review: schemas/* boolean */.zMY().nullish(),
    reviewers: schemas/* array */.YOg(schemas/* looseObject */._H3({ type: schemas/* string */.YjP(), reviewer })).nullish(),
});
const environmentAnswer = schemas/* looseObject */._H3({
    can_admins_bypass: schemas/* boolean */.zMY().nullish(),
    protection_rules: schemas/* array */.YOg(rule).nullish(),
});
const approvalsAnswer = schemas/* array */.YOg(schemas/* looseObject */._H3({
    state: schemas/* string */.YjP(),
    comment: schemas/* string */.YjP().nullish(),
    user,
    environments: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP() })),
}));
const runAnswer = schemas/* looseObject */._H3({
    actor: user,
    triggering_actor: user,
    run_attempt: schemas/* number */.aig(),
    head_sha: schemas/* string */.YjP(),
    event: schemas/* string */.YjP(),
});
/** What GitHub knows of an environment's rules, and of the reviews of this run. */
function approvalBy(api, runId) {
    return {
        async environment(name) {
            const answer = await api.ask(environmentAnswer, "GET /repos/{owner}/{repo}/environments/{environment_name}", {
                environment_name: name,
            });
            if (!answer.ok)
                return answer;
            const rules = answer.value.protection_rules ?? [];
            const reviewing = rules.filter(({ type }) => type === "required_reviewers");
            const reviewers = reviewing.flatMap((one) => one.reviewers ?? []);
            return {
                ok: true,
                value: {
                    reviewers: reviewers.map((one) => one.reviewer.login ?? one.reviewer.slug ?? "unknown"),
                    hasTeam: reviewers.some(({ type }) => type === "Team"),
                    preventSelfReview: reviewing[0]?.prevent_self_review ?? null,
                    adminsBypass: answer.value.can_admins_bypass ?? null,
                    waitMinutes: Math.max(0, ...rules.map((one) => one.wait_timer ?? 0)),
                },
            };
        },
        async approvals() {
            const answer = await api.ask(approvalsAnswer, "GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals", {
                run_id: runId,
            });
            if (!answer.ok)
                return answer;
            const value = answer.value.map(({ state, user: by, comment, environments }) => ({
                state,
                login: by.login,
                userId: by.id,
                comment: comment ?? "",
                environments: environments.map(({ name }) => name),
            }));
            return { ok: true, value };
        },
        async run() {
            const answer = await api.ask(runAnswer, "GET /repos/{owner}/{repo}/actions/runs/{run_id}", { run_id: runId });
            if (!answer.ok)
                return answer;
            const { actor, triggering_actor, run_attempt, head_sha, event } = answer.value;
            return {
                ok: true,
                value: {
                    actorId: actor.id,
                    actor: actor.login,
                    triggeringActorId: triggering_actor.id,
                    triggeringActor: triggering_actor.login,
                    attempt: run_attempt,
                    headSha: head_sha,
                    event,
                },
            };
        },
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/github/changed-files.js

const fileForm = schemas/* looseObject */._H3({ filename: schemas/* string */.YjP(), patch: schemas/* string */.YjP().nullish() });
/** GitHub lists 3,000 files of a pull request. */
const maxPages = 30;
function changedFilesBy(api) {
    return async (pullRequest) => {
        const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}/files";
        const answer = await api.list(fileForm, route, { parameters: { pull_number: pullRequest }, maxPages });
        if (!answer.ok)
            return answer;
        const value = answer.value.map(({ filename, patch }) => ({
            path: filename,
            addedLines: patch == null ? null : addedLines(patch),
        }));
        return { ok: true, value };
    };
}
/**
 * The numbers of the lines that hunks add. A patch of GitHub's has no file headers, so every line that begins with `+`
 * is one.
 */
function addedLines(patch) {
    const added = [];
    let line = 0;
    for (const text of patch.split("\n")) {
        const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(text);
        if (hunk !== null)
            line = Number(hunk[1]);
        else if (text.startsWith("+"))
            added.push(line++);
        else if (text.startsWith(" "))
            line += 1;
    }
    return added;
}

;// CONCATENATED MODULE: ./build/src/adapters/github/check-run.js

const checkRunAnswer = schemas/* looseObject */._H3({ id: schemas/* number */.aig(), html_url: schemas/* string */.YjP().nullish() });
/** GitHub's limits for one request and for one annotation. */
const perRequest = 50;
const maxTitleCharacters = 255;
const maxMessageBytes = 64 * 1024;
const levels = { error: "failure", warning: "warning", notice: "notice" };
/** Creates a check run with the first annotations; GitHub adds those of an update to what is there. */
function checkRunBy(api) {
    return async ({ name, sha, conclusion, title, summary, annotations, detailsUrl }) => {
        const all = annotations.flatMap(annotationOf);
        const output = (from) => ({ title, summary, annotations: all.slice(from, from + perRequest) });
        const created = await api.ask(checkRunAnswer, "POST /repos/{owner}/{repo}/check-runs", {
            ...{ name, head_sha: sha, status: "completed", conclusion, details_url: detailsUrl, output: output(0) },
        });
        if (!created.ok)
            return created;
        const { id, html_url } = created.value;
        for (let from = perRequest; from < all.length; from += perRequest) {
            const route = "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}";
            const updated = await api.ask(checkRunAnswer, route, { check_run_id: id, output: output(from) });
            if (!updated.ok)
                return { ...updated, why: `${from} of ${all.length} annotations were sent: ${updated.why}` };
        }
        return { ok: true, value: { url: html_url ?? detailsUrl } };
    };
}
/**
 * What GitHub refuses of one annotation would cost them all: a long text is cut here. Columns need one line, which a
 * finding has.
 */
function annotationOf({ finding, title }) {
    const { file, line = 1, column, severity, message } = finding;
    if (file === undefined)
        return [];
    return [
        {
            path: file,
            start_line: line,
            end_line: line,
            ...(column === undefined ? {} : { start_column: column, end_column: column }),
            annotation_level: levels[severity],
            title: title.slice(0, maxTitleCharacters),
            message: cut(message === "" ? title : message),
        },
    ];
}
function cut(text) {
    const bytes = Buffer.from(text);
    return bytes.length <= maxMessageBytes
        ? text
        : new TextDecoder().decode(bytes.subarray(0, maxMessageBytes - 4), { stream: true });
}

;// CONCATENATED MODULE: ./build/src/adapters/github/code-review.js

const code_review_user = schemas/* looseObject */._H3({ id: schemas/* number */.aig(), login: schemas/* string */.YjP(), type: schemas/* string */.YjP().nullish() });
const pullAnswer = schemas/* looseObject */._H3({
    number: schemas/* number */.aig(),
    title: schemas/* string */.YjP(),
    html_url: schemas/* string */.YjP(),
    user: code_review_user.nullish(),
    head: schemas/* looseObject */._H3({ sha: schemas/* string */.YjP() }),
    merged_at: schemas/* string */.YjP().nullish(),
    merge_commit_sha: schemas/* string */.YjP().nullish(),
});
const reviewAnswer = schemas/* looseObject */._H3({ state: schemas/* string */.YjP(), user: code_review_user.nullish(), commit_id: schemas/* string */.YjP().nullish() });
const permissionAnswer = schemas/* looseObject */._H3({ permission: schemas/* string */.YjP() });
const membershipAnswer = schemas/* looseObject */._H3({ state: schemas/* string */.YjP() });
/** A list that is longer is not judged: what counts may stand behind its end. */
const code_review_maxPages = 10;
const whole = (list, what) => list.length < code_review_maxPages * 100
    ? { ok: true, value: list }
    : { ok: false, status: 200, why: `there are ${list.length} ${what} or more, which are not all read` };
/** The pull requests of a commit, their reviews, and what the reviewers may do. */
function codeReviewBy(api) {
    return {
        async pullRequestsOf(sha) {
            const answer = await api.list(pullAnswer, "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls", {
                parameters: { commit_sha: sha },
                maxPages: code_review_maxPages,
            });
            if (!answer.ok)
                return answer;
            const pulls = answer.value.map(({ number, title, html_url: url, user: author, head, merged_at, merge_commit_sha }) => ({
                ...{ number, title, url },
                author: author?.login ?? "ghost",
                authorId: author?.id ?? 0,
                headSha: head.sha,
                mergedAs: merged_at == null ? null : (merge_commit_sha ?? null),
            }));
            return whole(pulls, "pull requests");
        },
        async reviewsOf(pullRequest) {
            const answer = await api.list(reviewAnswer, "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
                parameters: { pull_number: pullRequest },
                maxPages: code_review_maxPages,
            });
            if (!answer.ok)
                return answer;
            // Whose account is gone is nobody who approves.
            const reviews = answer.value.flatMap(({ state, user: by, commit_id }) => by == null
                ? []
                : [{ state, login: by.login, userId: by.id, bot: by.type === "Bot", commit: commit_id ?? null }]);
            return whole(reviews, "reviews");
        },
        async permissionOf(login) {
            const answer = await api.ask(permissionAnswer, "GET /repos/{owner}/{repo}/collaborators/{username}/permission", {
                username: login,
            });
            if (!answer.ok)
                return answer.status === 404 ? { ok: true, value: "none" } : answer;
            return { ok: true, value: answer.value.permission };
        },
        async memberOfTeam(team, login) {
            const [org = "", slug = ""] = team.split("/");
            const route = "GET /orgs/{org}/teams/{team_slug}/memberships/{username}";
            const answer = await api.ask(membershipAnswer, route, { org, team_slug: slug, username: login });
            if (!answer.ok)
                return answer.status === 404 ? { ok: true, value: false } : answer;
            return { ok: true, value: answer.value.state === "active" };
        },
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/github/comment.js

const viewerData = schemas/* looseObject */._H3({ viewer: schemas/* looseObject */._H3({ login: schemas/* string */.YjP() }) });
const commentForm = schemas/* looseObject */._H3({
    id: schemas/* number */.aig(),
    html_url: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    user: schemas/* looseObject */._H3({ login: schemas/* string */.YjP(), type: schemas/* string */.YjP().nullish() }).nullish(),
});
const written = schemas/* looseObject */._H3({ html_url: schemas/* string */.YjP() });
/** GitHub closes a conversation at 2,500 comments. */
const comment_maxPages = 30;
/**
 * One comment for each marker. Whoever may comment can write our marker: only a comment that we wrote ourselves is ours
 * to change. REST does not say to a workflow's token who it is; GraphQL does. Comments come in the order of their ids,
 * so the newest is the last.
 */
function stickyCommentBy(api) {
    let known;
    /** Asked once: whoever comments on all of a release is the same each time. */
    async function viewerOf() {
        known ??= api.query(viewerData, "{ viewer { login } }");
        const answer = await known;
        if (!answer.ok)
            known = undefined;
        return answer;
    }
    return async ({ pullRequest, marker, body, updateOnly = false }) => {
        const route = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
        const [viewer, comments] = await Promise.all([
            viewerOf(),
            api.list(commentForm, `GET ${route}`, { parameters: { issue_number: pullRequest }, maxPages: comment_maxPages }),
        ]);
        if (!viewer.ok)
            return viewer;
        if (!comments.ok)
            return comments;
        const { login } = viewer.value.viewer;
        // The two APIs write a bot's name with and without its suffix.
        const isOurs = (user) => user?.login === login || (user?.type === "Bot" && user.login === `${login}[bot]`);
        const own = comments.value.findLast((one) => isOurs(one.user) && (one.body ?? "").startsWith(marker));
        if (own === undefined && updateOnly)
            return { ok: true, value: { created: false, url: null } };
        const text = `${marker}\n${body}`;
        if (own?.body === text)
            return { ok: true, value: { created: false, url: own.html_url } };
        const answer = own === undefined
            ? await api.ask(written, `POST ${route}`, { issue_number: pullRequest, body: text })
            : await api.ask(written, "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
                comment_id: own.id,
                body: text,
            });
        return answer.ok ? { ok: true, value: { created: own === undefined, url: answer.value.html_url } } : answer;
    };
}

// EXTERNAL MODULE: ./build/src/domain/delivery/word.js
var word = __webpack_require__(3723);
;// CONCATENATED MODULE: ./build/src/adapters/github/deployment.js


const listed = schemas/* array */.YOg(schemas/* looseObject */._H3({
    id: schemas/* number */.aig(),
    sha: schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/),
    created_at: schemas/* string */.YjP(),
}));
const statusForm = schemas/* array */.YOg(schemas/* looseObject */._H3({ state: schemas/* string */.YjP(), description: schemas/* string */.YjP().nullish() }));
/** Deployments that are looked at, newest first. Those of jobs that wait or failed have no success. */
const maxDeployments = 30;
/**
 * A deployment that succeeded and was followed by another is `inactive` now: its history has the success. One that a
 * run of ours rolled back, or that was a dry run, says so there. Asked one by one, since the newest usually has it.
 */
function deploymentBy(api) {
    return async (environment) => {
        const deployments = await api.ask(listed, "GET /repos/{owner}/{repo}/deployments", {
            environment,
            per_page: maxDeployments,
        });
        if (!deployments.ok)
            return deployments;
        for (const { id, sha, created_at: at } of deployments.value) {
            const route = "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses";
            const statuses = await api.ask(statusForm, route, { deployment_id: id, per_page: 100 });
            if (!statuses.ok)
                return statuses;
            const ends = statuses.value.map((one) => (0,word/* readDeliveryWord */.Nq)(one.description ?? "")?.end);
            if (ends.includes("rolled-back") || ends.includes("dry-run"))
                continue;
            if (statuses.value.some(({ state }) => state === "success"))
                return { ok: true, value: { sha, at } };
        }
        if (deployments.value.length < maxDeployments)
            return { ok: true, value: null };
        return { ok: false, status: 200, why: `none of the newest ${maxDeployments} deployments succeeded` };
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/github/dated-commits.js

const oid = schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/);
const dated_commits_listed = schemas/* looseObject */._H3({
    oid,
    committedDate: schemas/* string */.YjP(),
    parents: schemas/* looseObject */._H3({ nodes: schemas/* array */.YOg(schemas/* looseObject */._H3({ oid }).nullish()) }),
});
const pageForm = schemas/* looseObject */._H3({
    repository: schemas/* looseObject */._H3({
        object: schemas/* looseObject */._H3({
            history: schemas/* looseObject */._H3({
                pageInfo: schemas/* looseObject */._H3({ hasNextPage: schemas/* boolean */.zMY(), endCursor: schemas/* string */.YjP().nullish() }),
                nodes: schemas/* array */.YOg(dated_commits_listed.nullish()),
            }),
        })
            .nullish(),
    }),
});
const commitsQuery = "query($owner: String!, $name: String!, $oid: GitObjectID!, $since: GitTimestamp!, $after: String) { " +
    "repository(owner: $owner, name: $name) { object(oid: $oid) { ... on Commit { history(first: 100, since: $since, " +
    "after: $after) { pageInfo { hasNextPage endCursor } nodes { oid committedDate parents(first: 3) { nodes { oid } } " +
    "} } } } } }";
const dated_commits_maxPages = 10;
/** The commits below a commit with their parents, without a checkout: the report's job has the newest one alone. */
function datedCommitsBy(api, repository) {
    return async (sha, since) => {
        const commits = [];
        let after = null;
        for (let page = 0; page < dated_commits_maxPages; page += 1) {
            const answer = await api.query(pageForm, commitsQuery, {
                ...repository,
                oid: sha,
                since,
                after,
            });
            if (!answer.ok)
                return answer;
            const history = answer.value.repository.object?.history;
            if (history === undefined)
                return { ok: false, status: 200, why: `GitHub does not know commit ${sha.slice(0, 12)}` };
            for (const one of history.nodes)
                if (one != null)
                    commits.push({
                        ...{ sha: one.oid, at: one.committedDate },
                        parents: one.parents.nodes.flatMap((parent) => parent?.oid ?? []),
                    });
            after = history.pageInfo.endCursor ?? null;
            if (!history.pageInfo.hasNextPage || after === null)
                return { ok: true, value: { commits, whole: true } };
        }
        return { ok: true, value: { commits, whole: false } };
    };
}

// EXTERNAL MODULE: ./build/src/domain/values/json.js
var json = __webpack_require__(8675);
;// CONCATENATED MODULE: ./build/src/adapters/github/own-record.js


/** Written into the payload of a deployment that we put on record ourselves, so that it is known again. */
const ownMark = { phoenix_deploy: 1 };
const ownPayload = schemas/* looseObject */._H3({
    phoenix_deploy: schemas/* literal */.euz(ownMark.phoenix_deploy),
    release: schemas/* string */.YjP().nullish(),
});
/** What such a payload says; null of any other. REST gives it as it was sent, GraphQL as JSON in a text. */
function ownRecord(payload) {
    let value = payload;
    for (let layer = 0; layer < 2 && typeof value === "string"; layer += 1)
        value = (0,json/* readJson */.V)(value);
    const parsed = ownPayload.safeParse(value);
    return parsed.success ? { release: parsed.data.release ?? null } : null;
}

;// CONCATENATED MODULE: ./build/src/adapters/github/deployment-history.js




const deployment_history_listed = schemas/* looseObject */._H3({
    databaseId: schemas/* number */.aig(),
    createdAt: schemas/* string */.YjP(),
    task: schemas/* string */.YjP().nullish(),
    payload: schemas/* string */.YjP().nullish(),
    commitOid: schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/),
    statuses: schemas/* looseObject */._H3({
        nodes: schemas/* array */.YOg(schemas/* looseObject */._H3({ state: schemas/* string */.YjP(), createdAt: schemas/* string */.YjP(), description: schemas/* string */.YjP().nullish() }).nullish()),
    })
        .nullish(),
});
const deployment_history_pageForm = schemas/* looseObject */._H3({
    repository: schemas/* looseObject */._H3({
        deployments: schemas/* looseObject */._H3({
            pageInfo: schemas/* looseObject */._H3({ hasNextPage: schemas/* boolean */.zMY(), endCursor: schemas/* string */.YjP().nullish() }),
            nodes: schemas/* array */.YOg(deployment_history_listed.nullish()),
        }),
    }),
});
/** One question for a hundred deployments with all their words: REST would be asked once for each. */
const historyQuery = "query($owner: String!, $name: String!, $environment: String!, $after: String) { " +
    "repository(owner: $owner, name: $name) { deployments(environments: [$environment], first: 100, after: $after, " +
    "orderBy: {field: CREATED_AT, direction: DESC}) { pageInfo { hasNextPage endCursor } nodes { databaseId createdAt " +
    "task payload commitOid statuses(first: 20) { nodes { state createdAt description } } } } } }";
/** Pages that are read at most: four deployments a day for three months. */
const deployment_history_maxPages = 4;
/** How long the last word of a run may take: a cancelled job is ended after ten seconds. */
const lastWordMs = 3_000;
const made = schemas/* looseObject */._H3({ id: schemas/* number */.aig() });
function deploymentsBy(api, options) {
    const [owner, name] = options.repository.split("/");
    const brief = openApi({ ...options, limitMs: options.limitMs ?? lastWordMs });
    return {
        async deploymentHistory(environment, since) {
            const deployments = [];
            let after = null;
            for (let page = 0; page < deployment_history_maxPages; page += 1) {
                const answer = await api.query(deployment_history_pageForm, historyQuery, { owner, name, environment, after });
                if (!answer.ok)
                    return answer;
                const { nodes, pageInfo } = answer.value.repository.deployments;
                deployments.push(...nodes.flatMap((one) => (one == null ? [] : [recorded(one)])));
                after = pageInfo.endCursor ?? null;
                const oldest = deployments.at(-1);
                const reached = oldest !== undefined && Date.parse(oldest.at) < Date.parse(since);
                if (reached || !pageInfo.hasNextPage || after === null)
                    return { ok: true, value: { deployments, whole: true } };
            }
            return { ok: true, value: { deployments, whole: false } };
        },
        datedCommits: datedCommitsBy(api, { owner, name }),
        createDeployment: ({ environment, sha, task, production, says, payload }) => api.ask(made, "POST /repos/{owner}/{repo}/deployments", {
            ...{ ref: sha, task, environment, auto_merge: false, required_contexts: [], description: says },
            ...{ transient_environment: false, production_environment: production },
            payload: { ...ownMark, ...payload },
        }),
        async deploymentStatus(id, { state, description, log, url }) {
            const answer = await brief.ask(made, "POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
                ...{ deployment_id: id, state, description, log_url: log },
                ...(url === null ? {} : { environment_url: url }),
            });
            return answer.ok ? { ok: true, value: null } : answer;
        },
    };
}
function recorded({ databaseId: id, createdAt: at, task, payload, ...one }) {
    const words = (one.statuses?.nodes ?? []).flatMap((word) => word == null ? [] : [{ state: word.state.toLowerCase(), at: word.createdAt, description: word.description ?? "" }]);
    return {
        ...{ id, at, sha: one.commitOid, task: task ?? "deploy", own: ownRecord(payload) },
        // GitHub lists the newest first, and its times are whole seconds.
        words: words.reverse().sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/github/id-token.js



const tokenAnswer = schemas/* looseObject */._H3({ value: schemas/* string */.YjP() });
const id = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]).transform(String);
const claimsForm = schemas/* looseObject */._H3({ environment: schemas/* string */.YjP().nullish(), check_run_id: id.nullish(), run_id: id });
/** Good for nobody else: whoever trusts GitHub's tokens asks for an audience of their own. */
const audience = "phoenix-deploy";
/**
 * The claims of this job's ID token. It comes from the runner's own service over its own connection, as every other
 * answer of GitHub does; its signature is for third parties.
 */
async function claimsOf(source, options) {
    const api = openApi({ ...options, token: source.token, apiUrl: source.url, graphqlUrl: "" });
    const answer = await api.ask(tokenAnswer, `GET ${source.url}`, { audience, headers: { accept: "application/json" } });
    if (!answer.ok)
        return answer;
    const claims = claimsForm.safeParse(payload(answer.value.value));
    if (!claims.success)
        return { ok: false, status: 200, why: "the ID token is not of the known form" };
    const { environment, check_run_id, run_id } = claims.data;
    return { ok: true, value: { environment: environment ?? null, jobId: check_run_id ?? null, runId: run_id } };
}
/** The middle part of a JWT; undefined when it has none that can be read. */
function payload(token) {
    return (0,json/* readJson */.V)(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
}

;// CONCATENATED MODULE: ./build/src/adapters/github/incidents.js

const incidents_viewerData = schemas/* looseObject */._H3({ viewer: schemas/* looseObject */._H3({ login: schemas/* string */.YjP() }) });
const issueForm = schemas/* looseObject */._H3({
    number: schemas/* number */.aig(),
    html_url: schemas/* string */.YjP(),
    state: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    user: schemas/* looseObject */._H3({ login: schemas/* string */.YjP(), type: schemas/* string */.YjP().nullish() }).nullish(),
    pull_request: schemas/* unknown */.L5J().optional(),
});
const incidents_written = schemas/* looseObject */._H3({ html_url: schemas/* string */.YjP() });
const comparison = schemas/* looseObject */._H3({
    total_commits: schemas/* number */.aig(),
    commits: schemas/* array */.YOg(schemas/* looseObject */._H3({
        sha: schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/),
        commit: schemas/* looseObject */._H3({ message: schemas/* string */.YjP(), author: schemas/* looseObject */._H3({ name: schemas/* string */.YjP().nullish() }).nullish() }),
        author: schemas/* unknown */.L5J().optional(),
    })),
});
const account = schemas/* looseObject */._H3({ login: schemas/* string */.YjP() });
const commitForm = schemas/* looseObject */._H3({ sha: schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/) });
/** Issues that are looked through for the marker, the newest first: the search of GitHub finds a new one only later. */
const incidents_maxPages = 5;
const issues = "/repos/{owner}/{repo}/issues";
function incidentsBy(api) {
    return {
        async markedIssue(wanted) {
            const found = await marked(api, wanted.marker);
            if (!found.ok)
                return found;
            return found.value === null ? incidents_open(api, wanted) : commentOn(api, wanted, found.value);
        },
        async comparedCommits(from, to) {
            const answer = await api.ask(comparison, "GET /repos/{owner}/{repo}/compare/{basehead}", {
                basehead: `${from}...${to}`,
                per_page: 250,
            });
            if (!answer.ok)
                return answer;
            const { total_commits: total, commits } = answer.value;
            const list = commits.map(({ sha, commit, author }) => ({
                ...{ sha, subject: commit.message.split("\n")[0] ?? "" },
                author: account.safeParse(author).data?.login ?? commit.author?.name ?? "",
            }));
            return { ok: true, value: { total, commits: list.reverse() } };
        },
        async commitOfRef(ref) {
            const route = "GET /repos/{owner}/{repo}/commits/{ref}";
            const answer = await api.ask(commitForm, route, { ref, per_page: 1 });
            if (answer.ok)
                return { ok: true, value: answer.value.sha };
            // GitHub says 422 to a name that leads to no commit.
            return answer.status === 404 || answer.status === 422 ? { ok: true, value: null } : answer;
        },
    };
}
/** The newest issue that begins with the marker and that we wrote ourselves: anybody could write the marker. */
async function marked(api, marker) {
    const parameters = { state: "all", sort: "created", direction: "desc" };
    const [viewer, listed] = await Promise.all([
        api.query(incidents_viewerData, "{ viewer { login } }"),
        api.list(issueForm, `GET ${issues}`, { parameters, maxPages: incidents_maxPages }),
    ]);
    if (!viewer.ok)
        return viewer;
    if (!listed.ok)
        return listed;
    const { login } = viewer.value.viewer;
    // The two APIs write a bot's name with and without its suffix.
    const isOurs = (user) => user?.login === login || (user?.type === "Bot" && user.login === `${login}[bot]`);
    const own = listed.value.find((one) => one.pull_request === undefined && isOurs(one.user) && (one.body ?? "").startsWith(marker));
    return { ok: true, value: own ?? null };
}
async function incidents_open(api, wanted) {
    const { marker, title, body, labels, assignees } = wanted;
    const plain = { title, body: `${marker}\n${body}` };
    const full = await api.ask(issueForm, `POST ${issues}`, { ...plain, labels, assignees });
    // An assignee who may not be assigned, or a label that cannot be made, must not cost the issue.
    const again = !full.ok && full.status === 422 && labels.length + assignees.length > 0;
    const answer = again ? await api.ask(issueForm, `POST ${issues}`, plain) : full;
    if (!answer.ok)
        return answer;
    const { number, html_url: url } = answer.value;
    return { ok: true, value: { number, url, created: true, without: again && !full.ok ? full.why : "" } };
}
async function commentOn(api, { marker, body }, { number, html_url: url, state }) {
    const text = { issue_number: number, body: `${marker}\n${body}` };
    const said = await api.ask(incidents_written, `POST ${issues}/{issue_number}/comments`, text);
    if (!said.ok)
        return said;
    if (state !== "open") {
        const opened = await api.ask(issueForm, `PATCH ${issues}/{issue_number}`, { issue_number: number, state: "open" });
        if (!opened.ok)
            return opened;
    }
    return { ok: true, value: { number, url, created: false, without: "" } };
}

// EXTERNAL MODULE: ./build/src/domain/rollback/issue.js
var issue = __webpack_require__(4952);
;// CONCATENATED MODULE: ./build/src/adapters/github/issues.js


const issues_issueForm = schemas/* looseObject */._H3({
    number: schemas/* number */.aig(),
    title: schemas/* string */.YjP(),
    html_url: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    labels: schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* looseObject */._H3({ name: schemas/* string */.YjP().nullish() })])),
    pull_request: schemas/* unknown */.L5J().optional(),
});
function newestIssuesBy(api) {
    return async () => {
        const parameters = { state: "all", sort: "created", direction: "desc" };
        const answer = await api.list(issues_issueForm, "GET /repos/{owner}/{repo}/issues", { parameters, maxPages: 1 });
        if (!answer.ok)
            return answer;
        // What a rollback of ours opened is its result, and no sign for another watch.
        const others = answer.value.filter(({ body }) => !(0,issue/* isRollbackIssue */.q)(body ?? ""));
        const value = others.map(({ number, title, html_url: url, labels, pull_request: pull }) => ({
            ...{ number, title, url, isPull: pull !== undefined },
            labels: labels.flatMap((label) => (typeof label === "string" ? label : (label.name ?? []))),
        }));
        return { ok: true, value };
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/github/job-environment.js


const job_environment_checkRunAnswer = schemas/* looseObject */._H3({ node_id: schemas/* string */.YjP() });
const deploymentOfJob = schemas/* looseObject */._H3({
    node: schemas/* looseObject */._H3({
        deployment: schemas/* looseObject */._H3({
            databaseId: schemas/* number */.aig().nullish(),
            environment: schemas/* string */.YjP().nullish(),
            statuses: schemas/* looseObject */._H3({ nodes: schemas/* array */.YOg(schemas/* looseObject */._H3({ state: schemas/* string */.YjP() }).nullish()).nullish() })
                .nullish(),
        })
            .nullish(),
    })
        .nullish(),
});
const deployment = schemas/* looseObject */._H3({ id: schemas/* number */.aig(), environment: schemas/* string */.YjP(), payload: schemas/* unknown */.L5J().optional() });
const deploymentStatus = schemas/* looseObject */._H3({
    state: schemas/* string */.YjP(),
    log_url: schemas/* string */.YjP().nullish(),
    target_url: schemas/* string */.YjP().nullish(),
});
const jobsAnswer = schemas/* looseObject */._H3({
    jobs: schemas/* array */.YOg(schemas/* looseObject */._H3({ id: schemas/* number */.aig(), status: schemas/* string */.YjP(), runner_name: schemas/* string */.YjP().nullish() })),
});
/** The deployment of a check run: a job is one, and its deployment is the one that its environment gate held. */
const deploymentQuery = "query($id: ID!) { node(id: $id) { ... on CheckRun { deployment { databaseId environment statuses(first: 100) { " +
    "nodes { state } } } } } }";
/**
 * The environment of this very job: never that of "the latest deployment". In the order of their strength: the job's
 * own ID token, the deployment of its check run, the deployment whose log is this job's, and the only deployment that
 * names this run.
 */
function jobEnvironmentBy(api, ours) {
    return async (input, sha, environment) => {
        const claims = await ours.claims();
        const claimed = claims?.ok === true ? claims.value : null;
        const given = /^\d+$/.test(input) ? input : null;
        if (claimed !== null &&
            (claimed.runId !== ours.runId || (given !== null && claimed.jobId !== null && claimed.jobId !== given)))
            return {
                ok: false,
                status: 200,
                why: `the ID token is of run ${claimed.runId}, job ${claimed.jobId ?? "unknown"}: not of this job`,
            };
        const jobId = given ?? claimed?.jobId ?? (await jobOnThisRunner(api, ours));
        const recorded = (await ofCheckRun(api, jobId)) ?? (await ofRecords(api, { jobId, runId: ours.runId, sha, environment }));
        if (claimed === null)
            return recorded;
        // The token says where the job runs, not whether anything held it: that is in the history alone.
        const { waited, deployment } = recorded.ok && recorded.value.name === claimed.environment ? recorded.value : { waited: null };
        const number = deployment === undefined ? {} : { deployment };
        return { ok: true, value: { name: claimed.environment, evidence: "oidc", waited, ...number } };
    };
}
/** Servers before `job.check_run_id`: the only job of this run that is in progress on the runner of this name. */
async function jobOnThisRunner(api, { runId, runnerName }) {
    if (runnerName === "")
        return null;
    const answer = await api.ask(jobsAnswer, "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs", {
        run_id: runId,
        per_page: 100,
    });
    if (!answer.ok)
        return null;
    const here = answer.value.jobs.filter((one) => one.runner_name === runnerName && one.status === "in_progress");
    return here.length === 1 && here[0] !== undefined ? String(here[0].id) : null;
}
/** What GraphQL says of the job's deployment; null when it cannot be asked. A clear "it has none" is an answer. */
async function ofCheckRun(api, jobId) {
    if (jobId === null)
        return null;
    const checkRun = await api.ask(job_environment_checkRunAnswer, "GET /repos/{owner}/{repo}/check-runs/{check_run_id}", {
        check_run_id: jobId,
    });
    if (!checkRun.ok)
        return null;
    const answer = await api.query(deploymentOfJob, deploymentQuery, { id: checkRun.value.node_id });
    if (!answer.ok || answer.value.node == null)
        return null;
    const { environment = null, statuses, databaseId } = answer.value.node.deployment ?? {};
    const states = statuses?.nodes?.map((one) => one?.state ?? "");
    const found = {
        name: environment,
        evidence: "graphql",
        waited: states === undefined ? null : waited(states),
    };
    return { ok: true, value: databaseId == null ? found : { ...found, deployment: databaseId } };
}
/**
 * Where GraphQL does not answer: the deployments of this commit in this environment, and what their statuses link to.
 */
async function ofRecords(api, job) {
    const { jobId, runId, sha, environment } = job;
    const deployments = await api.ask(schemas/* array */.YOg(deployment), "GET /repos/{owner}/{repo}/deployments", {
        sha,
        environment,
        per_page: 100,
    });
    if (!deployments.ok)
        return deployments;
    const ofRun = [];
    // One that we put on record ourselves was held by nothing.
    const ofJobs = deployments.value.filter(({ payload }) => ownRecord(payload) === null);
    for (const { id, environment: name } of ofJobs) {
        const route = "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses";
        const statuses = await api.ask(schemas/* array */.YOg(deploymentStatus), route, { deployment_id: id, per_page: 100 });
        if (!statuses.ok)
            return statuses;
        const logs = statuses.value.map((one) => logOf(one.log_url ?? one.target_url ?? ""));
        const found = { name, deployment: id, waited: waited(statuses.value.map(({ state }) => state)) };
        if (jobId !== null && logs.some((log) => log.jobId === jobId))
            return { ok: true, value: { ...found, evidence: "log-url" } };
        const ofAnotherJob = jobId !== null && logs.some((log) => log.jobId !== null);
        if (!ofAnotherJob && logs.some((log) => log.runId === runId))
            ofRun.push({ ...found, evidence: "run-url" });
    }
    const [only] = ofRun;
    return {
        ok: true,
        value: only !== undefined && ofRun.length === 1 ? only : { name: null, evidence: "log-url", waited: null },
    };
}
/** REST says `waiting`, GraphQL `WAITING`. */
function waited(states) {
    return states.some((state) => state.toLowerCase() === "waiting");
}
/**
 * What a status links to: `…/actions/runs/RUN/job/JOB`, `…/actions/runs/RUN`, or `…/runs/JOB` as older servers write.
 */
function logOf(url) {
    const ofRun = /\/actions\/runs\/(\d+)(?:\/jobs?\/(\d+))?(?=[/?#]|$)/.exec(url);
    if (ofRun !== null)
        return { runId: ofRun[1] ?? null, jobId: ofRun[2] ?? null };
    return { runId: null, jobId: /\/runs\/(\d+)(?=[/?#]|$)/.exec(url)?.[1] ?? null };
}

;// CONCATENATED MODULE: ./build/src/adapters/github/jobs.js

const jobs_jobsAnswer = schemas/* looseObject */._H3({
    jobs: schemas/* array */.YOg(schemas/* looseObject */._H3({
        name: schemas/* string */.YjP(),
        conclusion: schemas/* string */.YjP().nullish(),
        runner_id: schemas/* number */.aig().nullish(),
        runner_name: schemas/* string */.YjP().nullish(),
        steps: schemas/* array */.YOg(schemas/* unknown */.L5J()).nullish(),
    })),
});
const jobs_pageSize = 100;
/** A list that is longer is not judged: the job that is looked for may stand behind its end. */
const jobs_maxPages = 10;
/** The jobs of all attempts of a run. One that no runner ever had has neither a runner nor steps. */
function jobsOfRunBy(api, runId) {
    return async () => {
        const jobs = [];
        for (let page = 1; page <= jobs_maxPages; page += 1) {
            const answer = await api.ask(jobs_jobsAnswer, "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs", {
                ...{ run_id: runId, filter: "all", per_page: jobs_pageSize, page },
            });
            if (!answer.ok)
                return answer;
            for (const { name, conclusion = null, runner_id, runner_name, steps } of answer.value.jobs)
                jobs.push({ name, conclusion, began: Boolean(runner_id || runner_name || (steps ?? []).length > 0) });
            if (answer.value.jobs.length < jobs_pageSize)
                return { ok: true, value: jobs };
        }
        return { ok: false, status: 200, why: `this run has ${jobs.length} jobs or more, which are not all read` };
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/github/ref.js

const commitAnswer = schemas/* looseObject */._H3({ sha: schemas/* string */.YjP() });
const ref_comparison = schemas/* looseObject */._H3({ status: schemas/* string */.YjP(), ahead_by: schemas/* number */.aig() });
/**
 * Where the branch or tag of a run points now. The name of a tag leads to the commit, also where the tag is annotated.
 */
function refStandingBy(api) {
    return async (ref, sha) => {
        const answer = await api.ask(commitAnswer, "GET /repos/{owner}/{repo}/commits/{ref}", {
            ref: ref.replace(/^refs\//, ""),
            per_page: 1,
        });
        // GitHub says 422 to a name that leads to no commit.
        if (!answer.ok && (answer.status === 404 || answer.status === 422))
            return { ok: true, value: { at: null, contains: false, ahead: 0 } };
        if (!answer.ok)
            return answer;
        const at = answer.value.sha;
        if (at === sha)
            return { ok: true, value: { at, contains: true, ahead: 0 } };
        const compared = await api.ask(ref_comparison, "GET /repos/{owner}/{repo}/compare/{basehead}", {
            basehead: `${sha}...${at}`,
            per_page: 1,
        });
        // A commit that no branch has any more may be gone from the server.
        if (!compared.ok)
            return compared.status === 404 ? { ok: true, value: { at, contains: false, ahead: 0 } } : compared;
        const { status, ahead_by: ahead } = compared.value;
        return { ok: true, value: { at, contains: status === "ahead" || status === "identical", ahead } };
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/github/release-pages.js

const release_pages_pageForm = schemas/* looseObject */._H3({
    id: schemas/* number */.aig(),
    html_url: schemas/* string */.YjP(),
    tag_name: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    draft: schemas/* boolean */.zMY(),
    immutable: schemas/* boolean */.zMY().nullish(),
    upload_url: schemas/* string */.YjP(),
    assets: schemas/* array */.YOg(schemas/* looseObject */._H3({ id: schemas/* number */.aig(), name: schemas/* string */.YjP(), state: schemas/* string */.YjP() })),
})
    .transform((one) => ({
    ...{ id: one.id, url: one.html_url, tag: one.tag_name, body: one.body ?? "", draft: one.draft },
    ...{ immutable: one.immutable ?? false, uploadUrl: one.upload_url },
    files: one.assets.map(({ id, name, state }) => ({ id, name, whole: state === "uploaded" })),
}));
const tagForm = schemas/* looseObject */._H3({ tag_name: schemas/* string */.YjP() });
/** Lists of a hundred that are looked through, the newest first. */
const release_pages_maxPages = 3;
const releases = "/repos/{owner}/{repo}/releases";
function releasePagesBy(api) {
    return {
        async releasePage(tag) {
            const published = orNull(await api.ask(release_pages_pageForm, `GET ${releases}/tags/{tag}`, { tag }));
            if (!published.ok || published.value !== null)
                return published;
            // A draft has no tag by which it could be asked for.
            const listed = await api.list(release_pages_pageForm, `GET ${releases}`, { parameters: {}, maxPages: release_pages_maxPages });
            return listed.ok ? { ok: true, value: listed.value.find((one) => one.tag === tag && one.draft) ?? null } : listed;
        },
        async latestTag() {
            const latest = orNull(await api.ask(tagForm, `GET ${releases}/latest`));
            return latest.ok ? { ok: true, value: latest.value?.tag_name ?? null } : latest;
        },
        draftPage: ({ tag, sha, title, body, prerelease }) => api.ask(release_pages_pageForm, `POST ${releases}`, {
            ...{ tag_name: tag, target_commitish: sha, name: title, body, prerelease, draft: true },
        }),
        async attachFile(page, { name, type, text }) {
            const cut = page.files.find((one) => one.name === name && !one.whole);
            if (cut !== undefined) {
                const removed = await api.ask(schemas/* unknown */.L5J(), `DELETE ${releases}/assets/{asset_id}`, { asset_id: cut.id });
                if (!removed.ok && removed.status !== 404)
                    return removed;
            }
            // fetch sends the length itself. With one of ours there are two, which Node 24 refuses.
            return api.ask(schemas/* unknown */.L5J(), `POST ${page.uploadUrl}`, { name, data: text, headers: { "content-type": type } });
        },
        publishPage: ({ id, sha, prerelease, latest }) => api.ask(release_pages_pageForm, `PATCH ${releases}/{release_id}`, {
            ...{ release_id: id, target_commitish: sha, draft: false, prerelease, make_latest: latest },
        }),
        newestPages: () => api.list(release_pages_pageForm, `GET ${releases}`, { parameters: {}, maxPages: release_pages_maxPages }),
        writePage: ({ id }, body) => api.ask(schemas/* unknown */.L5J(), `PATCH ${releases}/{release_id}`, { release_id: id, body }),
    };
}
/** What is not there is null. */
function orNull(answer) {
    return !answer.ok && answer.status === 404 ? { ok: true, value: null } : answer;
}

;// CONCATENATED MODULE: ./build/src/adapters/github/released-pulls.js

const pullForm = schemas/* looseObject */._H3({
    number: schemas/* number */.aig(),
    merged: schemas/* boolean */.zMY(),
    mergeCommit: schemas/* looseObject */._H3({ oid: schemas/* string */.YjP() }).nullish(),
    closingIssuesReferences: schemas/* looseObject */._H3({
        nodes: schemas/* array */.YOg(schemas/* looseObject */._H3({ number: schemas/* number */.aig(), repository: schemas/* looseObject */._H3({ nameWithOwner: schemas/* string */.YjP() }) }).nullish()),
    })
        .nullish(),
});
const data = schemas/* looseObject */._H3({ repository: schemas/* record */.g1P(schemas/* string */.YjP(), pullForm.nullish()) });
/** Issues of one pull request that are read. */
const maxIssues = 20;
/** `owner/name` of the repository, whose issues alone count. */
function releasedPullsBy(api, repository) {
    const [owner = "", repo = ""] = repository.split("/");
    async function ask(numbers) {
        const issues = `closingIssuesReferences(first: ${maxIssues}) { nodes { number repository { nameWithOwner } } }`;
        const pulls = numbers.map((number) => `p${number}: pullRequest(number: ${number}) { number merged mergeCommit { oid } ${issues} }`);
        const asked = `repository(owner: $owner, name: $repo) { ${pulls.join(" ")} }`;
        const query = `query ($owner: String!, $repo: String!) { ${asked} }`;
        const answer = await api.query(data, query, { owner, repo });
        if (!answer.ok)
            return answer;
        return {
            ok: true,
            value: Object.values(answer.value.repository).flatMap((one) => (one == null ? [] : [pull(one)])),
        };
    }
    function pull({ number, merged, mergeCommit, closingIssuesReferences: closing, }) {
        const nodes = closing?.nodes.flatMap((one) => one ?? []) ?? [];
        const own = nodes.filter(({ repository: of }) => of.nameWithOwner.toLowerCase() === repository.toLowerCase());
        return { number, mergedAs: merged ? (mergeCommit?.oid ?? null) : null, closes: own.map((one) => one.number) };
    }
    return {
        async releasedPulls(numbers) {
            if (numbers.length === 0)
                return { ok: true, value: [] };
            const all = await ask(numbers);
            // One number that is no pull request makes the whole answer an error.
            if (all.ok || !/could not resolve/i.test(all.why))
                return all;
            const each = await Promise.all(numbers.map((number) => ask([number])));
            return { ok: true, value: each.flatMap((one) => (one.ok ? one.value : [])) };
        },
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/github.js
















/** GitHub's API for one run of one repository. Nothing throws: an answer that did not come is an answer. */
function githubAdapter(options) {
    const { runId, runnerName, idToken } = options;
    const api = openApi(options);
    return {
        ...approvalBy(api, runId),
        jobEnvironment: jobEnvironmentBy(api, {
            runId,
            runnerName,
            claims: async () => (idToken === null ? null : claimsOf(idToken, options)),
        }),
        jobsOfRun: jobsOfRunBy(api, runId),
        refStanding: refStandingBy(api),
        ...codeReviewBy(api),
        stickyComment: stickyCommentBy(api),
        checkRun: checkRunBy(api),
        changedFiles: changedFilesBy(api),
        lastDeployment: deploymentBy(api),
        newestIssues: newestIssuesBy(api),
        ...deploymentsBy(api, options),
        ...incidentsBy(api),
        ...releasePagesBy(api),
        ...releasedPullsBy(api, options.repository),
    };
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
;// CONCATENATED MODULE: ./build/src/adapters/http.js


/** Kept of an answer's body. */
const maxBodyBytes = 1 << 20;
/**
 * One request on a connection of its own, so that every probe goes through the router anew.
 * Redirects are answers. A time-out, a refused connection or a cut answer is no answer, with the reason. What is
 * `proxied` goes through `HTTP_PROXY` or `HTTPS_PROXY` of the environment, unless `NO_PROXY` names the host.
 */
function httpAdapter(env = {}) {
    return { request: (wanted) => request(wanted, env) };
}
/** The proxies of the environment, as Node takes them: curl, and so the runner's users, leave out `http://` as well. */
function proxiesOf(env) {
    const names = ["http_proxy", "https_proxy", "no_proxy"].flatMap((name) => [name, name.toUpperCase()]);
    return Object.fromEntries(names.flatMap((name) => {
        const value = env[name]?.trim();
        if (!value)
            return [];
        return [[name, /^no_proxy$/i.test(name) || value.includes("://") ? value : `http://${value}`]];
    }));
}
function agentFor({ protocol }, env) {
    const proxyEnv = proxiesOf(env);
    return protocol === "https:" ? new external_node_https_.Agent({ proxyEnv }) : new external_node_http_.Agent({ proxyEnv });
}
function request(wanted, env) {
    const started = performance.now();
    return new Promise((resolve) => {
        const noAnswer = (why) => resolve({ answered: false, why, ms: performance.now() - started });
        if (!URL.canParse(wanted.url))
            return noAnswer(`${wanted.url} is not an address`);
        const url = new URL(wanted.url);
        let agent;
        try {
            agent = wanted.proxied === true && agentFor(url, env);
        }
        catch {
            return noAnswer("the proxy that the environment names has no address");
        }
        const send = url.protocol === "https:" ? external_node_https_.request : external_node_http_.request;
        const body = wanted.body === undefined ? undefined : Buffer.from(wanted.body);
        const sent = send(url, {
            method: wanted.method,
            headers: {
                "user-agent": "phoenix-deploy",
                ...wanted.headers,
                ...(body === undefined ? {} : { "content-length": String(body.length) }),
            },
            agent,
            signal: AbortSignal.timeout(wanted.limitMs),
        });
        sent.on("error", (error) => noAnswer(error.name === "TimeoutError" || error.code === "ABORT_ERR"
            ? `no answer within ${wanted.limitMs} ms`
            : (error.code ?? error.message)));
        sent.on("response", (answer) => {
            read(answer).then((text) => resolve({
                answered: true,
                status: answer.statusCode ?? 0,
                headers: flatten(answer),
                body: text,
                ms: performance.now() - started,
            }), (error) => noAnswer(error.code === "ABORT_ERR" ? `the answer did not end within ${wanted.limitMs} ms` : error.message));
        });
        sent.end(body);
    });
}
async function read(answer) {
    const chunks = [];
    let size = 0;
    for await (const chunk of answer) {
        if (size < maxBodyBytes)
            chunks.push(chunk.subarray(0, maxBodyBytes - size));
        size += chunk.length;
    }
    return Buffer.concat(chunks).toString("utf8");
}
function flatten(answer) {
    return Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]));
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(1260);
;// CONCATENATED MODULE: ./build/src/commands/git.js
/** Before every command: no monitor that the checkout's own configuration names is started. */
const gitOptions = ["-c", "core.fsmonitor=false"];
/**
 * The newest version tag that was reachable before this commit: a tag on the commit itself is the version that is about
 * to ship.
 */
function newestVersionTag(patterns) {
    const usual = ["v[0-9]*", "[0-9]*.[0-9]*"];
    const matches = (patterns.length === 0 ? usual : patterns).flatMap((one) => ["--match", one]);
    return ["git", ...gitOptions, "describe", "--tags", "--abbrev=0", ...matches, "HEAD^"];
}

// EXTERNAL MODULE: ./build/src/adapters/environment.js
var adapters_environment = __webpack_require__(9195);
;// CONCATENATED MODULE: ./build/src/adapters/git.js



/** How long one command of git may take, seconds: reading a large checkout, or writing a commit's files beside it. */
const gitLimitSeconds = 120;
/**
 * Exit codes of coreutils' timeout: the limit was reached (124, or 137 where git had to be killed), and the command is
 * not there (127).
 */
const timedOut = [124, 137];
const notFound = 127;
/** What makes git speak of another repository than the one in the folder, or ask a person. */
const gitEnvironment = {
    ...Object.fromEntries([
        "DIR",
        "WORK_TREE",
        "INDEX_FILE",
        "OBJECT_DIRECTORY",
        "ALTERNATE_OBJECT_DIRECTORIES",
        "COMMON_DIR",
        "NAMESPACE",
        "CEILING_DIRECTORIES",
    ].map((name) => [`GIT_${name}`, undefined])),
    GIT_TERMINAL_PROMPT: "0",
    GIT_ASKPASS: "true",
    SSH_ASKPASS: "true",
    GIT_OPTIONAL_LOCKS: "0",
    LC_ALL: "C",
};
/**
 * Opens git of a folder. Its children see neither tokens nor inputs, ask nobody, start no monitor that the checkout
 * names, and end within two minutes, also after a cancel.
 */
function openGit(folder, environment) {
    async function ask(...args) {
        // @actions/exec has no time limit of its own; timeout ends git and all that it started.
        const line = ["--kill-after=5", `${gitLimitSeconds}`, "git", ...gitOptions, ...args];
        const env = (0,adapters_environment/* cleanEnvironment */.h)({ ...environment, ...gitEnvironment });
        const ran = await (0,exec/* getExecOutput */.H)("timeout", line, { cwd: folder, env, silent: true, ignoreReturnCode: true });
        const shown = `git ${args.slice(0, 2).join(" ")}`;
        if (ran.exitCode === notFound)
            throw new Error(`${shown} could not be started: ${ran.stderr.trim()}`);
        if (timedOut.includes(ran.exitCode))
            throw new Error(`${shown} timed out after ${gitLimitSeconds} s in ${folder}`);
        return ran;
    }
    return {
        folder,
        ask,
        async read(...args) {
            const { exitCode, stdout, stderr } = await ask(...args);
            if (exitCode === 0)
                return stdout;
            const what = `git ${args.join(" ")} failed in ${folder}: ${stderr.trim()}.`;
            throw new Error(`${what} Check the repository out first (actions/checkout).`);
        },
    };
}

;// CONCATENATED MODULE: ./build/src/ports/repository.js
/** Commits that are listed at most: nobody reads more. */
const maxListed = 2_000;

;// CONCATENATED MODULE: ./build/src/adapters/history.js

/** Bytes of a file at a commit that are read. */
const maxBytes = 2 << 20;
/** What lies between two commits, and files as a commit has them. Commits are named by full ids alone. */
function historyOf(git) {
    return {
        async commitsBetween(from, to) {
            // %x00 between the parts: a subject may hold anything else, and an author's name too.
            const format = "--format=%H%x00%an%x00%s%x00";
            const options = ["--no-show-signature", "--encoding=UTF-8", `--max-count=${maxListed}`, format];
            const listed = await git.read("log", ...options, `^${idOf(from)}`, idOf(to), "--");
            const parts = listed.split("\0");
            return Array.from({ length: Math.floor(parts.length / 3) }, (_, index) => {
                const [sha = "", author = "", subject = ""] = parts.slice(index * 3, index * 3 + 3);
                return { sha: sha.trim(), author, subject };
            });
        },
        async changedBetween(from, to) {
            const options = [
                "--name-status",
                "--no-renames",
                "--no-ext-diff",
                "--no-color",
                "--ignore-submodules=none",
                "-z",
            ];
            const listed = await git.read("diff", ...options, idOf(from), idOf(to), "--");
            const parts = listed.split("\0");
            return Array.from({ length: Math.floor(parts.length / 2) }, (_, index) => ({
                change: changeIn(parts[index * 2] ?? ""),
                path: parts[index * 2 + 1] ?? "",
            }));
        },
        async fileAt(commit, path) {
            // MODE TYPE ID SIZE<tab>PATH; nothing where the commit has no such path.
            const listed = await git.read("ls-tree", "--full-tree", "--long", "-z", idOf(commit), "--", path);
            const [, id, size] = /^\d+ blob ([0-9a-f]+) +(\d+)\t/.exec(listed) ?? [];
            if (id === undefined)
                return null;
            if (Number(size) > maxBytes)
                throw new Error(`${path} has ${size} bytes at ${commit.slice(0, 12)}`);
            return await git.read("cat-file", "blob", id);
        },
    };
}
/** A full id, so that no name is an option or another revision. */
function idOf(commit) {
    if (!/^[0-9a-f]{40,64}$/.test(commit))
        throw new Error(`${commit.slice(0, 80)} is not the full id of a commit`);
    return commit;
}
function changeIn(letter) {
    return letter === "A" ? "added" : letter === "D" ? "removed" : "changed";
}

;// CONCATENATED MODULE: ./build/src/adapters/repository.js




/**
 * git of the checkout. What was checked out beside it is always removed, also after a cancel. Throws with git's own
 * words when the folder is no repository.
 */
function repositoryAdapter(folder, env) {
    const git = openGit(folder, env);
    return {
        standing: async () => standingOf(await git.ask("rev-parse", "--verify", "HEAD^{commit}").catch(() => null)),
        async head() {
            const [sha = "", tree = ""] = (await git.read("rev-parse", "HEAD", "HEAD^{tree}")).trim().split("\n");
            const seconds = await git.read("show", "--no-patch", "--no-show-signature", "--format=%ct", "HEAD");
            return { sha, tree, committedAt: new Date(Number(seconds) * 1_000).toISOString() };
        },
        tracked: () => tracked(git),
        async ignored() {
            const listed = await git.read("ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z");
            return listed.split("\0").filter((path) => path !== "");
        },
        async changes() {
            const status = await git.read("status", "--porcelain", "--untracked-files=no");
            return status.split("\n").filter((line) => line !== "");
        },
        async differing() {
            const status = await git.read("status", "--porcelain", "-z", "--untracked-files=all", "--no-renames");
            const lines = status.split("\0").filter((line) => line !== "");
            return lines.map((line) => ({ path: line.slice(3), tracked: !line.startsWith("??") }));
        },
        isShallow: async () => (await git.read("rev-parse", "--is-shallow-repository")).trim() === "true",
        tags: () => tags(git),
        commitOf: (revision) => commitOf(git, revision),
        async atCommit(commit, beside, work) {
            // The hooks of the repository are for people who work in it.
            const unhooked = ["-c", "core.hooksPath=/dev/null"];
            await git.read(...unhooked, "worktree", "add", "--quiet", "--force", "--detach", beside, commit);
            try {
                return await work();
            }
            finally {
                await git.read("worktree", "remove", "--force", beside);
            }
        },
        filesAt: (revision, below) => filesAt(git, revision, below),
        ...historyOf(git),
    };
}
/** What git's answer to a question about HEAD says of the folder; null where git could not be started. */
function standingOf(asked) {
    if (asked === null)
        return "no git";
    if (asked.exitCode === 0)
        return "ready";
    if (/dubious ownership|safe\.directory/.test(asked.stderr))
        return "of another owner";
    return /not a git repository/.test(asked.stderr) ? "none" : "empty";
}
async function tracked(git) {
    const [listed, status] = await Promise.all([
        git.read("ls-files", "-v", "--stage", "-z"),
        git.read("status", "--porcelain", "-z", "--ignore-submodules=none"),
    ]);
    const entries = listed.split("\0").flatMap((line) => {
        const [, tag = "", mode = "", id = "", path = ""] = /^(\S) (\d+) ([0-9a-f]+) \d\t(.*)$/s.exec(line) ?? [];
        return path === "" ? [] : [{ tag, mode, id, path }];
    });
    const foreign = [];
    for (const { tag, mode, path } of entries) {
        // `update-index --assume-unchanged` and `--skip-worktree`: git does not look whether these changed.
        const overlooked = /[a-zS]/.test(tag);
        if (overlooked || mode === "160000" || (mode === "120000" && (await leadsOut(git.folder, path))))
            foreign.push(path);
    }
    return { files: new Map(entries.map(({ path, id }) => [path, id])), untouched: status === "", foreign };
}
/** A link that ends outside the folder, or nowhere. */
async function leadsOut(folder, path) {
    try {
        const [root, end] = await Promise.all([(0,promises_.realpath)(folder), (0,promises_.realpath)((0,external_node_path_.join)(folder, path))]);
        return (0,external_node_path_.relative)(root, end).startsWith("..");
    }
    catch {
        return true;
    }
}
async function tags(git) {
    // An annotated tag is an object of its own: the second id is what it points at.
    const format = "--format=%(objectname) %(*objectname) %(refname:strip=2)";
    const listed = await git.read("for-each-ref", format, "refs/tags");
    return listed.split("\n").flatMap((line) => {
        const [, object = "", pointed = "", name = ""] = /^(\w+) (\w*) (.+)$/.exec(line) ?? [];
        return name === "" ? [] : [{ name, commit: pointed === "" ? object : pointed }];
    });
}
async function commitOf(git, revision) {
    // Quiet for a revision that is not here, loud for a folder that is no repository.
    const { exitCode, stdout, stderr } = await git.ask("rev-parse", "--verify", "--quiet", `${revision}^{commit}`);
    if (exitCode !== 0 && stderr.trim() !== "")
        throw new Error(`git rev-parse failed in ${git.folder}: ${stderr.trim()}.`);
    return exitCode === 0 ? stdout.trim() : null;
}
async function filesAt(git, revision, below) {
    const { folder } = git;
    const args = ["ls-tree", "-r", "-z", "--full-tree", revision, "--", (0,external_node_path_.relative)(folder, below) || "."];
    const { exitCode, stdout } = await git.ask(...args);
    if (exitCode !== 0)
        return null;
    // MODE TYPE ID<tab>PATH, each ended by a NUL: a path may hold anything else.
    const files = stdout.split("\0").flatMap((line) => {
        const [, id, path] = /^\S+ \S+ (\S+)\t(.*)$/s.exec(line) ?? [];
        return id === undefined || path === undefined ? [] : [[(0,external_node_path_.join)(folder, path), id]];
    });
    return new Map(files);
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/src/adapters/output.js
/** Keeps at most about `keepBytes` of whatever is added. */
function keepOutput(keepBytes) {
    const headBytes = keepBytes / 4;
    const tailBytes = keepBytes - headBytes;
    const head = [];
    const tail = [];
    let headSize = 0;
    let tailSize = 0;
    let cut = 0;
    return {
        add(chunk) {
            const room = headBytes - headSize;
            if (room > 0) {
                head.push(chunk.subarray(0, room));
                headSize += Math.min(room, chunk.length);
            }
            if (chunk.length <= Math.max(room, 0))
                return;
            const rest = chunk.subarray(Math.max(room, 0));
            tail.push(rest);
            tailSize += rest.length;
            while (tail[0] !== undefined && tailSize - tail[0].length >= tailBytes) {
                cut += tail[0].length;
                tailSize -= tail[0].length;
                tail.shift();
            }
        },
        text() {
            const note = cut > 0 ? [Buffer.from(`\n[${cut} bytes left out]\n`)] : [];
            return Buffer.concat([...head, ...note, ...tail]).toString("utf8");
        },
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/process-group.js
/** Between SIGTERM to a process group and SIGKILL, milliseconds. */
const graceMs = 5_000;
/** Ends the whole group at the time limit or on a cancel: SIGTERM, then SIGKILL after five seconds. */
function guard(child, { limitMs, cancel }) {
    let ended = "exited";
    let killing;
    const signal = (name) => {
        if (child.pid === undefined)
            return;
        try {
            process.kill(-child.pid, name);
        }
        catch {
            // The group is gone already: that is what was wanted.
        }
    };
    const end = (how) => {
        if (ended !== "exited")
            return;
        ended = how;
        signal("SIGTERM");
        killing = setTimeout(() => signal("SIGKILL"), graceMs);
    };
    const onCancel = () => end("cancelled");
    const limit = setTimeout(() => end("timed-out"), limitMs);
    cancel?.addEventListener("abort", onCancel, { once: true });
    return {
        ended: () => ended,
        lift() {
            clearTimeout(limit);
            cancel?.removeEventListener("abort", onCancel);
        },
        kill: () => signal("SIGKILL"),
        close: () => clearTimeout(killing),
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/shell.js








/** Kept of each stream unless the command asks for less. */
const keepBytes = 4 << 20;
/**
 * Runs commands as argv in a process group of their own, with a time limit and standard input that always ends. A
 * time-out ends the whole group: SIGTERM, then SIGKILL after five seconds. `cancel` does the same for commands that may
 * be cut.
 */
function shellAdapter(options) {
    return {
        async run(command) {
            const started = performance.now();
            const ran = await runOnce(command, options);
            return { ...ran, durationMs: performance.now() - started };
        },
    };
}
async function runOnce(command, options) {
    if (options.cancel.aborted && command.evenAfterCancel !== true)
        return refused("cancelled", "the run was cancelled before it began");
    const [program] = command.argv;
    let child;
    try {
        child = start(command, options);
    }
    catch (error) {
        return refused("not-started", `${program}: ${(0,error_text/* errorText */.k)(error)}`);
    }
    const mayCut = command.onCancel === "end";
    const group = guard(child, { limitMs: command.limitMs, cancel: mayCut ? options.cancel : null });
    const out = shell_read(child.stdout, command, options);
    const err = shell_read(child.stderr, command, options);
    // A command that ends without reading its input breaks the pipe; its exit code tells the story.
    child.stdin.on("error", () => undefined);
    const fed = feed(child.stdin, command.stdin);
    const exit = await exitOf(child);
    group.lift();
    if ("failed" in exit) {
        group.close();
        const { code, message } = exit.failed;
        return refused("not-started", `${program}: ${code === "ENOENT" ? "not found" : message}`);
    }
    await drain(child, group);
    // What a tool left behind goes with it; a host program, which starts servers in sessions of their own, is left alone.
    if (mayCut)
        group.kill();
    group.close();
    child.stdout.destroy();
    child.stderr.destroy();
    await fed;
    const ended = group.ended();
    return { ended, code: ended === "exited" ? exit.code : null, stdout: out.text(), stderr: err.text(), why: "" };
}
function refused(ended, why) {
    return { ended, code: null, stdout: "", stderr: "", why };
}
function start(command, options) {
    const [program, ...args] = command.argv;
    return (0,external_node_child_process_.spawn)(program, args, {
        cwd: command.cwd ?? options.cwd,
        env: {
            ...(0,adapters_environment/* cleanEnvironment */.h)({ ...options.env, ...command.env }),
            ...(command.token === undefined ? {} : { GH_TOKEN: command.token }),
        },
        detached: true,
        stdio: ["pipe", "pipe", "pipe"],
    });
}
function shell_read(stream, command, { show }) {
    const output = keepOutput(command.keepBytes ?? keepBytes);
    stream.on("data", (chunk) => {
        output.add(chunk);
        if (command.show)
            show(chunk.toString("utf8"));
    });
    return output;
}
function exitOf(child) {
    return new Promise((resolve) => {
        child.once("error", (failed) => resolve({ failed }));
        child.once("exit", (code) => resolve({ code }));
    });
}
/** A grandchild may hold the pipes open (a started server): what it prints later is not this command's. */
async function drain({ stdout, stderr }, group) {
    await Promise.race([
        Promise.all([(0,external_node_stream_promises_.finished)(stdout), (0,external_node_stream_promises_.finished)(stderr)]).catch(() => undefined),
        delay(group.ended() === "exited" ? 200 : 1_000),
    ]);
}
/** Writes the command's input and ends it. */
async function feed(stdin, input) {
    const { text = "", shared = "" } = input ?? {};
    if (input?.compressed === true) {
        // What gzip is given in several pieces, it writes as one.
        stdin.write((0,external_node_zlib_.gzipSync)(text));
        stdin.write(compressedOnce(shared));
    }
    else
        for (const one of [text, shared])
            if (one !== "")
                stdin.write(one);
    if (input?.file === undefined) {
        stdin.end();
        return;
    }
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(input.file, { start: input.skip ?? 0 }), stdin).catch(() => undefined);
}
/** Texts that many commands read, as gzip has them. */
const compressed = new Map();
function compressedOnce(text) {
    const bytes = compressed.get(text) ?? (0,external_node_zlib_.gzipSync)(text);
    compressed.set(text, bytes);
    return bytes;
}
function delay(ms) {
    return new Promise((resolve) => setTimeout(resolve, ms));
}

// EXTERNAL MODULE: ./build/src/adapters/toolchain.js
var toolchain = __webpack_require__(7761);
// EXTERNAL MODULE: ./build/src/domain/evidence/result.js
var result = __webpack_require__(8365);
;// CONCATENATED MODULE: ./build/src/domain/fleet/first-contact.js
/** The line of mix.exs that brings the package which a check lacks; null when that is not what it lacks. */
function missingLine({ reason_code, facts }) {
    const line = facts["line"];
    return reason_code === "tool_missing" && typeof line === "string" ? line : null;
}
/**
 * The facts of coverage below the default minimum in a project that sets none, such as a generated application: the
 * minimum to begin with, which the project raises from there. `percent` is what its tests reach now.
 */
function coverageToBeginWith(percent) {
    return {
        first_contact: [
            `Coverage is ${percent.toFixed(1)} %; the default minimum is 80 %.`,
            "Write more tests, or begin with the minimum below and raise it later.",
        ].join(" "),
        first_contact_setting: `coverage: {minimum: ${Math.floor(percent)}}`,
    };
}
/**
 * True for a check that needs what a project does not have when validate runs for the first time: a tool, Hex, a
 * CHANGELOG. `facts.first_contact` marks any other check as one of these, with its sentence. All of them are shown as
 * one block, since they have one remedy.
 */
function isFirstContact(one) {
    if (one.kind !== "check" || one.verdict === "pass" || one.verdict === "off")
        return false;
    if (missingLine(one) !== null || one.reason_code === "changelog_missing")
        return true;
    return ((one.id === "hex-audit" && one.reason_code === "tool_missing") || typeof one.facts["first_contact"] === "string");
}

;// CONCATENATED MODULE: ./build/src/domain/validation/change.js
/** The change that a list of files makes. */
function changeOf(files) {
    return new Map(files.map(({ path, addedLines }) => [path, addedLines === null ? null : new Set(addedLines)]));
}
/** A finding with what the change has to do with it; as it is when the change does not touch its file. */
function placedIn(change, finding) {
    const { in_change: _, ...rest } = finding;
    const lines = rest.file === undefined ? undefined : change.get(rest.file);
    if (lines === undefined)
        return rest;
    return { ...rest, in_change: rest.line !== undefined && lines?.has(rest.line) === true ? "line" : "file" };
}
const severities = ["error", "warning", "notice"];
/**
 * The order of a finding among others: first what blocks, then what this change touches, then by severity. Lower comes
 * first.
 */
function rankOf({ in_change, severity }, blocking = false) {
    return [blocking ? 0 : 1, in_change === "line" ? 0 : in_change === "file" ? 1 : 2, severities.indexOf(severity)];
}
/** Compares two ranks; what is equal keeps its order. */
function byRank(a, b) {
    const at = a.findIndex((one, index) => one !== b[index]);
    return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
/** Findings in the order in which a reader wants them: those of this change first, each part worst first. */
function sorted(findings) {
    return [...findings].sort((a, b) => byRank(rankOf(a), rankOf(b)));
}

// EXTERNAL MODULE: ./build/src/render/text/wording.js
var wording = __webpack_require__(9700);
;// CONCATENATED MODULE: ./build/src/render/findings/causes.js


const worst = { fail: 0, error: 1, inconclusive: 2, "not-run": 3, off: 4, pass: 5 };
/** What did not pass, by cause: what is required first, then the worst. */
function causesOf(results) {
    const failed = results
        .filter(result/* notPassed */.KN)
        .sort((a, b) => Number((0,result/* blocks */.Bv)(b)) - Number((0,result/* blocks */.Bv)(a)) || worst[a.verdict] - worst[b.verdict]);
    // What failed twice under one name is two rows: nothing is said by naming it twice in one.
    const seen = new Map();
    const groups = Map.groupBy(failed, (one) => {
        seen.set(one.id, (seen.get(one.id) ?? 0) + 1);
        return JSON.stringify([seen.get(one.id), (0,result/* blocks */.Bv)(one), one.verdict, withoutName(one), one.remedy, one.findings]);
    });
    return [...groups.values()].map((group) => {
        const [{ says, remedy } = { says: "", remedy: "" }, second] = group;
        return { results: group, says: second === undefined ? says : withoutName(second), remedy };
    });
}
/**
 * What a result says, without the name of its check in front: "mix credo could not run" and "mix sobelow could not
 * run" are one cause.
 */
function withoutName({ id, title, says }) {
    const name = [title, `mix ${id}`, id, ...title.split(", ")].find((one) => says.startsWith(`${one} `));
    const mix = /^mix [\w.-]+ (?=could not|did not|ended)/.exec(says)?.[0] ?? "";
    const rest = name === undefined ? says.slice(mix.length) : says.slice(name.length + 1);
    return rest === says ? says : (0,wording/* capital */.Nx)(rest);
}

;// CONCATENATED MODULE: ./build/src/render/findings/annotations.js





/** The runner shows ten of a kind a step, and cuts a message at 4,096 characters. */
const maxOfAKind = 10;
const maxCharacters = 4_096;
const kinds = ["error", "warning", "notice"];
/**
 * All that is worth an annotation: what blocks first, then what the change under review touches, then by severity.
 * Of a check that passed only what that change touches.
 */
function annotationsIn(evidence) {
    const lacking = evidence.results.filter(isFirstContact);
    const others = [...evidence.results.filter((one) => !isFirstContact(one)), ...oneOf(lacking, evidence.results)];
    const passed = others.filter((one) => !(0,result/* notPassed */.KN)(one));
    const alone = passed.map((one) => ({ results: [one], says: one.says, remedy: one.remedy }));
    const causes = [...causesOf(others), ...alone];
    return causes
        .flatMap((cause) => ofCause(cause).map((annotation) => ({
        annotation,
        rank: rankOf(annotation.finding, cause.results.some(result/* blocks */.Bv)),
    })))
        .sort((a, b) => byRank(a.rank, b.rank))
        .map(({ annotation }) => annotation);
}
/**
 * What the runner shows of them: at most ten of a kind a step, the last of them counting what was left out.
 * The stage's own verdict and its warnings are annotations too and take their room.
 */
function annotationsOf(evidence) {
    const all = annotationsIn(evidence);
    const taken = {
        error: evidence.status === "passed" || evidence.status === "planned" ? 0 : 1,
        warning: evidence.warnings.length,
        notice: 0,
    };
    return kinds.flatMap((kind) => {
        const mine = all.filter(({ finding }) => finding.severity === kind);
        const room = Math.max(1, maxOfAKind - taken[kind]);
        if (mine.length <= room)
            return mine;
        const left = mine.length - room + 1;
        const message = `${left} more of this kind; all are in the job summary and the evidence file.`;
        return [...mine.slice(0, room - 1), { finding: { severity: kind, message }, title: evidence.stage }];
    });
}
/**
 * Checks that need what a project does not have yet are one annotation, not one each. Where nothing else failed the
 * verdict of the stage, which is an annotation too, says it all.
 */
function oneOf(lacking, all) {
    const [first] = [...lacking].sort((a, b) => Number((0,result/* blocks */.Bv)(b)) - Number((0,result/* blocks */.Bv)(a)));
    if (first === undefined || ((0,result/* blocks */.Bv)(first) && all.every((one) => !(0,result/* blocks */.Bv)(one) || isFirstContact(one))))
        return [];
    const ids = lacking.map((one) => one.id).join(", ");
    const says = `Not run, because the project does not have what these checks need yet: ${ids}.`;
    const remedy = "Copy the lines from the top of the job summary: they add it, or switch the checks off.";
    return [{ ...first, title: "To do once", says, remedy, findings: [] }];
}
const places = { line: " (changed line)", file: " (changed file)" };
/**
 * The findings of a cause under the names of its checks; one that has none is said by itself. What is optional never
 * shows as an error.
 */
function ofCause({ results, says, remedy }) {
    const [first] = results;
    if (first === undefined)
        return [];
    const severity = (of) => (of === "error" && !first.required ? "warning" : of);
    const own = { severity: "error", message: `${says} ${remedy}`.trim() };
    const failing = first.findings.length === 0 && first.kind === "check" ? [own] : first.findings;
    const findings = (0,result/* notPassed */.KN)(first) ? failing : first.findings.filter((finding) => finding.in_change !== undefined);
    const names = results.map((one) => one.title).join(", ");
    return findings.map((finding) => ({
        finding: {
            ...finding,
            severity: severity(finding.severity),
            message: (0,wording/* shortened */.vI)(finding.message, maxCharacters - 1),
        },
        title: (0,wording/* shortened */.vI)(names, 200) + (finding.in_change === undefined ? "" : places[finding.in_change]),
    }));
}

// EXTERNAL MODULE: ./build/src/domain/brief/brief.js + 1 modules
var brief_brief = __webpack_require__(1014);
// EXTERNAL MODULE: ./build/src/domain/release/version-tag.js
var version_tag = __webpack_require__(1545);
;// CONCATENATED MODULE: ./build/src/domain/brief/runs.js

/**
 * Which commit an environment runs. What answers comes before a record, where a tag says which commit that is: a record
 * does not know of a rollback.
 */
function runsOf(facts) {
    const { deployed, answers, environment, tags } = facts;
    const answering = answers === null ? null : newest(tags.filter(({ text }) => text === answers));
    if (deployed === null)
        return withoutRecord(facts, answering);
    const named = newest(tags.filter(({ commit }) => commit === deployed.sha))?.text ?? null;
    const record = { by: "deployment", commit: deployed.sha, version: named ?? answers, at: deployed.at };
    if (answers === null || named === null || named === answers)
        return { ...record, doubts: [] };
    const doubt = `${environment} answers version ${answers}, and its newest deployment was of ${named}`;
    return answering === null
        ? { ...record, doubts: [`${doubt}: the changes may be others.`] }
        : { by: "answer", commit: answering.commit, version: answers, at: null, doubts: [`${doubt}.`] };
}
function withoutRecord({ environment, answers, last }, answering) {
    if (answering !== null)
        return { by: "answer", commit: answering.commit, version: answers, at: null, doubts: [] };
    if (last === null)
        return { by: "none", commit: null, version: answers, at: null, doubts: [] };
    const doubts = answers === null
        ? []
        : [`${environment} answers version ${answers}, which no tag names: the changes are those since ${last.text}.`];
    return { by: "tag", commit: last.commit, version: last.text, at: null, doubts };
}
/** True where nothing shows that anything was ever deployed there. */
function isFirst({ by, version }) {
    return by === "none" && version === null;
}

// EXTERNAL MODULE: ./build/src/domain/values/plural.js
var plural = __webpack_require__(4939);
// EXTERNAL MODULE: ./build/src/render/text/markdown.js
var markdown = __webpack_require__(7103);
// EXTERNAL MODULE: ./build/src/render/brief/parts.js
var parts = __webpack_require__(7035);
;// CONCATENATED MODULE: ./build/src/render/brief/brief.js






/** The promotion brief under its heading; nothing where there is none. One screen, and everything else folded. */
function briefPage(brief) {
    if (brief === undefined)
        return [];
    const { app, version, environment } = brief;
    const what = `${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(app, 60))} ${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(version, 60))}`;
    return [`## 📋 ${what} to ${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(environment, 60))}: promotion brief`, ...briefParts(brief)];
}
/** Characters of one text of a brief that are shown. */
const maxText = 1_000;
/** Every text cut: of the words of others there may be any amount. */
function cutTexts(value) {
    if (typeof value === "string")
        return (0,wording/* shortened */.vI)(value, maxText);
    if (Array.isArray(value))
        return value.map(cutTexts);
    if (typeof value !== "object" || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cutTexts(one)]));
}
/** The brief without its heading. */
function briefParts(whole) {
    const brief = cutTexts(whole);
    const { changes } = brief;
    return [
        (0,markdown/* bold */.Cr)((0,markdown/* sentence */.em)(inOneLine(brief))),
        ...alerts(brief),
        (0,markdown/* table */.tp)(["What", "In short"], rowsOf(brief)),
        ...people(brief),
        ...((0,brief_brief/* isMissing */.b)(changes) ? [] : changeParts(brief, changes)),
        (0,markdown/* details */.zH)("Migrations", (0,parts/* migrationText */.me)(brief)),
        (0,markdown/* details */.zH)("Evidence so far", (0,parts/* evidenceList */.EH)(brief.evidence)),
        (0,markdown/* details */.zH)(`Plan for ${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(brief.environment, 60))}`, (0,parts/* planText */.Pt)(brief.plan, brief.environment)),
        ...brief.rollback.map(({ when, plan }) => (0,markdown/* details */.zH)(`Rollback plan: ${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(when, 200).replace(/:$/, ""))}`, (0,parts/* planText */.Pt)(plan, brief.environment))),
        (0,markdown/* details */.zH)("How this was found out", notesOf(brief)),
    ];
}
function inOneLine({ changes, runs, environment }) {
    if ((0,brief_brief/* isMissing */.b)(changes))
        return isFirst(runs)
            ? `${environment} has no earlier deployment that is known here.`
            : `What changes on ${environment} is not known.`;
    const { commits, pulls, migrations, packages, configuration } = changes;
    if (commits.total === 0 && changes.undone.total === 0)
        return `${environment} runs this commit already.`;
    const parts = [
        (0,plural/* counted */.h)(commits.total, "commit"),
        (0,plural/* counted */.h)(pulls.total, "pull request"),
        (0,plural/* counted */.h)(migrations.total, "migration"),
        (0,brief_brief/* isMissing */.b)(packages)
            ? "dependencies that could not be compared"
            : `${(0,plural/* counted */.h)(packages.total, "dependency", "dependencies")} changed`,
        (0,plural/* counted */.h)(configuration.total, "configuration file"),
    ];
    return `${parts.join(", ")} since what ${environment} runs.`;
}
/** What an approver must not overlook. */
function alerts(brief) {
    const { changes, migrations, advisories, runs } = brief;
    const known = (0,brief_brief/* isMissing */.b)(changes) ? null : changes;
    const undone = known?.undone.total ?? 0;
    const older = known === null || (0,brief_brief/* isMissing */.b)(known.packages) ? 0 : known.packages.list.filter(({ how }) => how === "older").length;
    const gaps = brief.evidence.filter(({ status }) => status !== "passed");
    const all = [
        [(0,brief_brief/* isMissing */.b)(changes), (0,brief_brief/* isMissing */.b)(changes) ? changes.missing : ""],
        [
            undone > 0,
            `${(0,plural/* counted */.h)(undone, "commit")} that ${brief.environment} runs ${undone === 1 ? "is" : "are"} not in this release.`,
        ],
        [migrations.risks.total > 0, `${(0,plural/* counted */.h)(migrations.risks.total, "risk")} in the migrations.`],
        [advisories.length > 0, `${(0,plural/* counted */.h)(advisories.length, "advisory", "advisories")} of dependencies.`],
        [older > 0, `${(0,plural/* counted */.h)(older, "dependency", "dependencies")} of an older version than before.`],
        [gaps.length > 0, `Not passed: ${gaps.map(({ stage }) => stage).join(", ")}.`],
        ...runs.doubts.map((one) => [true, one]),
    ];
    const shown = all.filter(([holds]) => holds).map(([, text]) => `⚠️ ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(text, 500))}`);
    return shown.length === 0 ? [] : [(0,markdown/* lines */.Mn)(...shown)];
}
function rowsOf(brief) {
    const { runs, changes, plan, rollback } = brief;
    const [warm] = rollback;
    return [
        ["Runs now", runsText(brief)],
        [
            "Release",
            `${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(brief.release, 100))}, commit ${(0,markdown/* code */.aY)(brief.commit.slice(0, 12))}${compareLink(brief)}`,
        ],
        ["Migrations", (0,markdown/* cell */.Hn)(migrationsInShort(brief))],
        ["Dependencies", (0,markdown/* cell */.Hn)(dependenciesInShort(brief))],
        ["Evidence", (0,markdown/* cell */.Hn)(evidenceInShort(brief))],
        ["Plan", (0,markdown/* cell */.Hn)(planInShort(plan))],
        ["Rollback", (0,markdown/* cell */.Hn)(rollbackInShort(warm, isFirst(runs)))],
        ["Size", (0,markdown/* cell */.Hn)((0,parts/* sizeText */.lP)(brief.size, runs.version))],
        ...((0,brief_brief/* isMissing */.b)(changes) ? [] : [["Files", (0,markdown/* cell */.Hn)(`${(0,plural/* counted */.h)(changes.files, "file")} changed`)]]),
    ];
}
/** Whom to call, and where to look. */
function people({ on_call, dashboards, monitoring = [] }) {
    const watched = monitoring.map(({ name, url, state, says }) => {
        const shown = url === null ? (0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(name, 60)) : (0,markdown/* link */.nf)((0,wording/* shortened */.vI)(name, 60), url);
        return `${state === "there" ? "✅" : "⚠️"} ${shown} (${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(says, 200))})`;
    });
    const pages = dashboards.map(({ name, url }) => (0,markdown/* link */.nf)((0,wording/* shortened */.vI)(name, 60), url));
    const parts = [
        ...(on_call === null
            ? []
            : [`**On call:** ${/^https?:\/\//.test(on_call) ? (0,markdown/* link */.nf)(on_call, on_call) : (0,markdown/* sentence */.em)(on_call)}`]),
        ...(pages.length === 0 ? [] : [`**Dashboards:** ${pages.join(", ")}`]),
        ...(watched.length === 0 ? [] : [`**Monitoring:** ${watched.join(", ")}`]),
    ];
    return parts.length === 0 ? [] : [(0,markdown/* lines */.Mn)(...parts)];
}
function runsText({ runs }) {
    const { by, version, commit, at } = runs;
    if (by === "none")
        return version === null ? "not known" : `${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(version, 60))}, as it answers`;
    const of = commit === null ? "" : `commit ${(0,markdown/* code */.aY)(commit.slice(0, 12))}`;
    const named = version === null ? of : `${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(version, 60))}, ${of}`;
    const how = at === null
        ? { deployment: "", answer: ", as it answers", tag: " (by its tag)" }[by]
        : `, deployed ${(0,markdown/* plainText */.wh)((0,wording/* minute */.Vc)(at))}`;
    return `${named}${how}`;
}
function compareLink({ runs, commit, repository }) {
    if (runs.commit === null)
        return "";
    return `, ${(0,markdown/* link */.nf)("compare", `${repository}/compare/${runs.commit}...${commit}`)}`;
}
function migrationsInShort({ changes, migrations }) {
    if (!migrations.run)
        return "the settings run none";
    const files = (0,brief_brief/* isMissing */.b)(changes) ? "which ones are new is not known" : (0,plural/* counted */.h)(changes.migrations.total, "file");
    const risks = migrations.risks.total === 0 ? "no risk found" : (0,plural/* counted */.h)(migrations.risks.total, "risk");
    const judged = migrations.checks.some(({ verdict }) => verdict === "pass" || verdict === "fail");
    return `${files}, ${judged ? risks : "not judged"}`;
}
function dependenciesInShort({ changes, advisories, advisories_unknown }) {
    const changed = (0,brief_brief/* isMissing */.b)(changes)
        ? "which ones changed is not known"
        : (0,brief_brief/* isMissing */.b)(changes.packages)
            ? changes.packages.missing
            : `${changes.packages.total} changed`;
    const found = advisories_unknown === "" ? (0,plural/* counted */.h)(advisories.length, "advisory", "advisories") : "advisories not known";
    return `${changed}, ${found}`;
}
function evidenceInShort({ evidence }) {
    return evidence
        .map(({ stage, status, gaps }) => {
        const sign = status === "passed" ? "✅" : "❌";
        return `${sign} ${stage}${gaps.length === 0 ? "" : ` (${gaps.length} without a pass)`}`;
    })
        .join(", ");
}
function planInShort(plan) {
    if ((0,brief_brief/* isMissing */.b)(plan))
        return plan.missing;
    const basis = plan.from === "assumed" ? "assumed: its hosts were not asked" : "by a dry run";
    return `${(0,wording/* shortened */.vI)(plan.says, 300)} ${(0,plural/* counted */.h)(plan.steps.length, "step")}, ${basis}.`;
}
function rollbackInShort(warm, first) {
    if (warm === undefined)
        return first ? "none, if this is the first deployment" : "not known";
    return (0,brief_brief/* isMissing */.b)(warm.plan)
        ? warm.plan.missing
        : `${(0,wording/* shortened */.vI)(warm.when, 200)} ${(0,plural/* counted */.h)(warm.plan.steps.length, "step")}.`;
}
function changeParts(brief, changes) {
    const { commits, pulls, undone, configuration, packages } = changes;
    const { repository } = brief;
    return [
        (0,markdown/* details */.zH)((0,plural/* counted */.h)(pulls.total, "pull request"), (0,parts/* pullList */.Mm)(pulls)),
        (0,markdown/* details */.zH)((0,plural/* counted */.h)(commits.total, "commit"), (0,parts/* commitList */.WI)(commits, repository)),
        ...(undone.total === 0
            ? []
            : [(0,markdown/* details */.zH)(`⚠️ ${(0,plural/* counted */.h)(undone.total, "commit")} not in this release`, (0,parts/* commitList */.WI)(undone, repository))]),
        (0,markdown/* details */.zH)("Dependencies", (0,parts/* changedPackages */.cS)(packages, brief)),
        (0,markdown/* details */.zH)((0,plural/* counted */.h)(configuration.total, "configuration file"), (0,parts/* configurationText */.o4)(configuration, brief)),
    ];
}
/** Where all this is from, and what could not be read. */
function notesOf({ runs, changes, written_at, environment }) {
    const newest = "GitHub's newest deployment to it that succeeded";
    const sources = {
        deployment: `What ${environment} runs: ${newest}. A dry run counts there too.`,
        answer: `What ${environment} runs: the version that its public URL answers, at the commit of its tag.`,
        tag: `What ${environment} runs: assumed from the newest version tag before this release.`,
        none: `What ${environment} runs: neither a deployment nor a version tag says.`,
    };
    const notes = [
        sources[runs.by],
        ...runs.notes,
        ...((0,brief_brief/* isMissing */.b)(changes) ? [] : [changes.note, changes.pulls.note].filter((one) => one !== "")),
        `Written ${(0,wording/* minute */.Vc)(written_at)}, before the gate: this job has no access to the hosts of ${environment}.`,
    ];
    return notes.map((one) => `- ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(one, 1_000))}`).join("\n");
}

;// CONCATENATED MODULE: ./build/src/render/stage/first-contact.js




/**
 * What a project lacks when validate runs for the first time, as one block: the lines to copy that add it, and the
 * settings that switch the checks off instead. Empty where nothing is missing.
 */
function firstContact(results) {
    const lacking = results.filter(isFirstContact);
    if (lacking.length === 0)
        return "";
    const packages = lacking.flatMap((one) => missingLine(one) ?? []);
    const others = lacking.filter((one) => missingLine(one) === null);
    const names = lacking.map((one) => (0,markdown/* code */.aY)(one.id)).join(", ");
    // Elixir allows no comma after the last entry of a list.
    const more = lacking.some(({ facts }) => typeof facts["dependencies"] === "number" && facts["dependencies"] > 0);
    const deps = `${packages.join(",\n")}${more ? "," : ""}`;
    const need = lacking.length === 1 ? "needs" : "need";
    const settings = (0,markdown/* code */.aY)(".github/phoenix-deploy.yml");
    const keys = `${(0,markdown/* code */.aY)("version")} and ${(0,markdown/* code */.aY)("checks")}`;
    const add = `copy to the top of ${(0,markdown/* code */.aY)("deps")} in ${(0,markdown/* code */.aY)("mix.exs")}, run ${(0,markdown/* code */.aY)("mix deps.get")}, and commit.`;
    return [
        `### To do once: ${(0,plural/* counted */.h)(lacking.length, "check")} ${need} what this project does not have yet`,
        `Did not pass for that reason: ${names}. Add what is missing, or change the settings.`,
        ...(packages.length === 0 ? [] : [`**To add:** ${add}`, (0,markdown/* block */.om)(deps, "elixir")]),
        ...(others.length === 0 ? [] : [(0,markdown/* lines */.Mn)(...others.map(otherLine))]),
        `**Or change the settings:** copy into ${settings} (one that exists has ${keys} already).`,
        (0,markdown/* block */.om)(["version: 1", "checks:", ...lacking.map((one) => `  ${settingOf(one)}`)].join("\n"), "yaml"),
    ].join("\n\n");
}
/** The parts of a page with that block behind its head, before all else. */
function withFirstContact(page, results) {
    const [head = "", ...rest] = page;
    return [head, firstContact(results), ...rest].filter((part) => part !== "");
}
/** The line of the settings with which a check does not need what the project lacks. */
function settingOf({ id, facts }) {
    const setting = facts["first_contact_setting"];
    return typeof setting === "string" ? setting : `${id}: off`;
}
/** What is not a line of mix.exs, as its check says it: to add, or to begin with. */
function otherLine({ says, remedy, facts }) {
    const known = facts["first_contact"];
    const lead = typeof facts["first_contact_setting"] === "string" ? "To begin with" : "To add";
    return `**${lead}:** ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(typeof known === "string" ? known : `${says} ${remedy}`.trim(), 1_000))}`;
}

// EXTERNAL MODULE: ./build/src/domain/evidence/evidence.js + 2 modules
var evidence_evidence = __webpack_require__(6060);
// EXTERNAL MODULE: ./build/src/domain/rollback/procedures.js
var procedures = __webpack_require__(2557);
// EXTERNAL MODULE: ./build/src/render/text/visible.js
var visible = __webpack_require__(8502);
;// CONCATENATED MODULE: ./build/src/render/text/readable.js


// Markdown of a file that is also read as text: in a terminal, where no page shows it.
/** A sentence of ours with code between backticks, and as HTML only where these would not hold it. */
function readable(text) {
    return (0,markdown/* sentence */.em)(text, (inner) => {
        const shown = (0,visible/* visible */.R)(inner.replaceAll(/\s+/g, " "));
        return /^[^`\s](?:[^`]*[^`\s])?$/.test(shown) ? `\`${shown}\`` : (0,markdown/* code */.aY)(inner);
    });
}
/** The longest line, characters. */
const width = 100;
/** What would begin a list, a heading or a rule where a line begins with it. */
const marker = /^(?:[-+*=#]+|\d{1,9}[.)])$/;
/**
 * A paragraph or an item in lines that a terminal shows whole. A line breaks between words and never in code, which can
 * be copied; `lead` begins the first line, and the others have it as blanks.
 */
function folded(markdown, lead = "") {
    const words = markdown.match(/(?:`[^`]*`|[^\s`])+/g) ?? [];
    const blanks = " ".repeat(lead.length);
    const lines = [];
    let line = "";
    for (const word of words) {
        const fits = lead.length + line.length + 1 + word.length <= width;
        if (line === "")
            line = word;
        else if (fits || marker.test(word))
            line += ` ${word}`;
        else {
            lines.push(line);
            line = word;
        }
    }
    return [...lines, line].map((one, index) => `${index === 0 ? lead : blanks}${one}`).join("\n");
}
/** Items, one each. */
function items(all, leadOf = () => "- ") {
    return all.map((one, index) => folded(one, leadOf(index))).join("\n");
}

;// CONCATENATED MODULE: ./build/src/render/text/hand-part.js


/** What a person does by hand, as parts of Markdown: read in a terminal as well. `index` counts from 0. */
function handPart({ title, hosts, says, blocks }, index) {
    const on = hosts.length === 0 ? "" : `On ${hosts.map(markdown/* plainText */.wh).join(", ")}. `;
    return [
        `#### ${index + 1}. ${(0,markdown/* plainText */.wh)(title)}`,
        folded(`${on}${readable(says)}`),
        ...blocks.flatMap(({ when, text }) => [...(when === "" ? [] : [(0,markdown/* bold */.Cr)(`${readable(when)}:`)]), ...fenced(text)]),
    ];
}
/** Lines of a block that a reader is shown; of a longer one the reader opens. */
const maxLines = 40;
function fenced(text) {
    const shown = (0,markdown/* block */.om)(text, "sh");
    return text.split("\n").length <= maxLines ? [shown] : [(0,markdown/* details */.zH)("Commands", shown)];
}

;// CONCATENATED MODULE: ./build/src/render/findings/list.js



const maxMessage = 600;
/** What of one failure is shown as a block: its first lines, and so many characters. */
const list_maxLines = 40;
const maxBlock = 2_000;
const list_places = [
    ["line", "On changed lines"],
    ["file", "Elsewhere in changed files"],
    [undefined, "In the rest"],
];
/** Findings, those of the change under review first and under a title that says so; what is left out is counted. */
function findingList(findings, max, total) {
    const shown = sorted(findings).slice(0, max);
    const titled = shown.some((one) => one.in_change !== undefined);
    const parts = list_places.flatMap(([where, title]) => {
        const mine = shown.filter((one) => one.in_change === where);
        return mine.length === 0 ? [] : [...(titled ? [`**${title}**`] : []), ...entries(mine)];
    });
    const left = total - shown.length;
    if (left <= 0)
        return parts.join("\n\n");
    const more = `- and ${left} more in the evidence file`;
    // Below a list it is one more of its lines.
    return parts.at(-1)?.startsWith("- ") && !titled ? `${parts.join("\n\n")}\n${more}` : [...parts, more].join("\n\n");
}
/**
 * Findings of one line as a list; one of several lines, such as a test that failed, with its lines as they were
 * printed.
 */
function entries(findings) {
    const parts = [];
    let list = [];
    for (const one of findings) {
        const [first = "", ...rest] = linesOf(one);
        if (rest.length === 0) {
            list.push(`- ${placeOf(one)}${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(first, maxMessage))}`);
            continue;
        }
        if (list.length > 0)
            parts.push(list.join("\n"));
        list = [];
        parts.push(`${placeOf(one)}${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(first, maxMessage))}`, (0,markdown/* narrowBlock */.fK)(clipped(rest)));
    }
    return list.length > 0 ? [...parts, list.join("\n")] : parts;
}
/**
 * The lines of a message without what is shown beside it: ExUnit's number, the place, and the indentation that all
 * have.
 */
function linesOf({ message, file, line }) {
    const [first = "", ...rest] = message
        .replaceAll(/\r\n?/g, "\n")
        .split("\n")
        .map((one) => one.trimEnd())
        .filter((one) => one !== "");
    const place = `${file?.split("/").at(-1)}:${line}`;
    const below = rest.filter((one, index) => index > 0 || file === undefined || !(one.trim() === place || one.trim().endsWith(`/${place}`)));
    const indent = Math.min(...below.map((one) => /^ */.exec(one)?.[0].length ?? 0));
    return [first.trim().replace(/^\d{1,9}\) /, ""), ...below.map((one) => one.slice(indent))];
}
function clipped(lines) {
    const shown = lines.slice(0, list_maxLines);
    const left = lines.length - shown.length;
    return `${(0,wording/* shortened */.vI)(shown.join("\n"), maxBlock)}${left === 0 ? "" : `\n… ${left} more lines`}`;
}
function placeOf({ file, line }) {
    return file === undefined ? "" : `${(0,markdown/* code */.aY)(`${(0,wording/* shortened */.vI)(file, 300)}${line === undefined ? "" : `:${line}`}`)} `;
}

;// CONCATENATED MODULE: ./build/src/render/findings/failing.js








/** A page of its own, and a conversation among others. */
const roomy = { findings: 50, tail: 6_000, open: true };
const brief = { findings: 10, tail: 1_500, open: false };
/**
 * What did not pass. The table is left out where nothing failed, or where one thing did and `above` has said it
 * already.
 */
function failing(results, room, above = "") {
    const causes = causesOf(results);
    const said = causes.length === 1 && causes.every((one) => above.includes(one.says));
    const shown = causes.length > 0 && !said;
    return {
        table: shown ? [failingTable(causes)] : [],
        remedies: shown ? causes.map((one) => one.remedy) : [],
        details: causes.flatMap((one) => detailsOf(one, room, shown)),
    };
}
function failingTable(causes) {
    const todo = (remedy) => remedy === "" ? "" : `<br>${(0,markdown/* bold */.Cr)("What to do:")} ${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(remedy, 1_000))}`;
    const rows = causes.map(({ results, says, remedy }) => [
        namesOf(results),
        `${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(says, 1_000))}${todo(remedy)}`,
    ]);
    return (0,markdown/* table */.tp)(["Not passed", "Why, and what to do"], rows);
}
/** What is known of a cause beyond its sentence, folded; open when it blocks. */
function detailsOf({ results }, room, named) {
    const [first, ...others] = results;
    if (first === undefined)
        return [];
    const parts = known(results, first, room);
    const more = others.length === 0 ? "" : ` and ${others.length} more`;
    const findings = first.findings.length === 0 ? "" : `: ${(0,plural/* counted */.h)(totalOf(first), "finding")}`;
    const title = `${signOf(first)} ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(first.title, 200))}${more}${findings}`;
    if (parts.length > 0)
        return [(0,markdown/* details */.zH)(title, parts.join("\n\n"), room.open && (0,result/* blocks */.Bv)(first))];
    return named ? [] : [title];
}
/** Lines of output that are read at once, where there is no finding to read. */
const lastLines = 12;
function known(results, first, room) {
    const { tail } = results.find((one) => one.tail.trim() !== "") ?? first;
    const shown = tail.length > room.tail ? `… (cut)\n${tail.slice(-room.tail)}` : tail;
    const figures = figuresOf(first);
    const commands = [...new Set(results.map((one) => one.reproduce).filter((one) => one !== ""))];
    return [
        findingList(first.findings, room.findings, totalOf(first)),
        ...(tail.trim() === "" ? [] : outputOf(shown, first.findings.length > 0)),
        figures.length === 0 ? "" : (0,markdown/* details */.zH)("Figures", figures.join("\n")),
        restoreOf(first),
        commands.length === 0 ? "" : `The same by hand: ${commands.map((one) => (0,markdown/* code */.aY)((0,wording/* shortened */.vI)(one, 1_000))).join(", ")}`,
    ].filter((part) => part !== "");
}
/** How a database is brought back from its backup, to be copied as it is. */
function restoreOf({ facts }) {
    const parts = (0,procedures/* restoreIn */.UK)(facts);
    return parts.length === 0 ? "" : (0,markdown/* details */.zH)("A restore from the backup, by hand", parts.flatMap(handPart).join("\n\n"));
}
/**
 * The last lines that a tool or server printed, folded as they are. Where there is no finding to read, the very last
 * ones come before that, as a phone can show them.
 */
function outputOf(tail, folded) {
    const lines = tail.trimEnd().split("\n");
    const whole = (0,markdown/* details */.zH)("The last lines of its output", (0,markdown/* block */.om)(tail));
    if (folded)
        return [whole];
    const short = lines.length <= lastLines && lines.every((line) => line.length <= 300);
    const read = (0,markdown/* narrowBlock */.fK)(lines
        .slice(-lastLines)
        .map((line) => (0,wording/* shortened */.vI)(line, 300))
        .join("\n"));
    return ["The last lines of its output:", read, ...(short ? [] : [whole])];
}
/** The figures that a watch was judged by: for whoever wants to check the sentence. */
function figuresOf({ id, facts }) {
    if (id !== "watch")
        return [];
    return Object.entries(facts)
        .filter(([, value]) => typeof value === "number" || typeof value === "string")
        .map(([name, value]) => `- ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(name.replaceAll("_", " "), 60))}: ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(shownFigure(value), 200))}`);
}
/** A share such as 0.25862068965517243 is read no better for its digits. */
function shownFigure(value) {
    return typeof value === "number" && !Number.isInteger(value) ? String(Number(value.toPrecision(4))) : String(value);
}
/**
 * What a check that passed still says, folded: an alias that gates nothing, a test file that is never run, lines that
 * no test covers.
 */
function renderNotes(one, room) {
    const notes = (0,result/* notPassed */.KN)(one) ? [] : one.findings;
    if (notes.length === 0)
        return [];
    const sign = one.verdict === "pass" ? "✅" : "➖";
    const title = `${sign} ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(one.title, 200))}: ${(0,plural/* counted */.h)(totalOf(one), "note")}`;
    return [(0,markdown/* details */.zH)(title, findingList(notes, room.findings, totalOf(one)))];
}
/** What passed, in one folded table. `part` says what of the stage that was, where it has several. */
function passedTable(results, part = "") {
    const passed = results.filter((one) => one.verdict === "pass");
    if (passed.length === 0)
        return [];
    const ms = passed.reduce((total, one) => total + one.duration_ms, 0);
    const checks = passed.every((one) => one.kind === "check");
    const title = checks ? `${(0,plural/* counted */.h)(passed.length, "check")} passed` : `${passed.length} passed in ${(0,wording/* durationText */.S5)(ms)}`;
    const took = (one) => one.duration_ms === 0 ? "" : ` · ${(0,wording/* durationText */.S5)(one.duration_ms).replaceAll(" ", "&#160;")}`;
    const rows = passed.map((one) => [
        `${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(one.title, 200))}${(0,wording/* optionalMark */.ao)(one)}`,
        `${from(one)}${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(one.says, 300))}${took(one)}`,
    ]);
    return [(0,markdown/* details */.zH)(`✅ ${part}${title}`, (0,markdown/* table */.tp)(["Passed", "What was seen"], rows))];
}
/**
 * Titles of results that passed nothing and failed nothing, in one line each: what was not run and why, what is off,
 * what does not apply.
 */
function quietLines(results) {
    const notRun = results.filter((one) => one.verdict === "not-run" && one.reason_code !== "not_applicable");
    const off = results.filter((one) => one.verdict === "off");
    const strange = results.filter((one) => one.reason_code === "not_applicable" && !(0,result/* notPassed */.KN)(one) && one.verdict !== "pass");
    const why = [...Map.groupBy(notRun, ({ says }) => says)].map(([says, group]) => `⏭️ Not run: ${titles(group)}. ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)((0,wording/* capital */.Nx)(says.replace(/^not run: /i, "")), 300))}`);
    const lines = [...why, ...(off.length === 0 ? [] : [`➖ Switched off: ${titles(off)}`])];
    const reasons = strange.map((one) => `- ${titles([one])}: ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(one.says, 300))}`);
    return [
        ...(lines.length === 0 ? [] : [lines.join("\n\n")]),
        ...(strange.length === 0 ? [] : [(0,markdown/* details */.zH)(`➖ Does not apply: ${titles(strange)}`, reasons.join("\n"))]),
    ];
}
function titles(results) {
    return results.map((one) => (0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(one.title, 200))).join(", ");
}
function totalOf(one) {
    return Math.max(one.findings_total, one.findings.length);
}
/** What blocks is a failure, the rest a warning. */
function signOf(one) {
    return (0,result/* blocks */.Bv)(one) ? "❌" : "⚠️";
}
/** Verdicts that a sign alone does not show. */
const named = ["error", "inconclusive"];
/** What the sign of a result does not show, in one bracket. */
function marksOf(one) {
    const marks = [...((0,wording/* isOptional */.dK)(one) ? ["optional"] : []), ...(named.includes(one.verdict) ? [one.verdict] : [])];
    return marks.length === 0 ? "" : ` (${marks.join(", ")})`;
}
/** The checks of one cause: they are all required or all optional, and ended alike. */
function namesOf(results) {
    const [first] = results;
    if (first === undefined)
        return "";
    const names = results.map((one) => (0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(one.title, 200))).join(", ");
    return `${signOf(first)} ${names}${marksOf(first)}`;
}
function from(one) {
    const run = (0,wording/* earlierRun */.Su)(one);
    return run === "" ? "" : `✓ as in ${run}: `;
}

// EXTERNAL MODULE: ./build/src/render/watch/table.js
var table = __webpack_require__(1498);
// EXTERNAL MODULE: ./build/src/domain/release/release.js
var release = __webpack_require__(2161);
// EXTERNAL MODULE: ./build/src/domain/rollback/outcome.js
var outcome = __webpack_require__(7971);
;// CONCATENATED MODULE: ./build/src/render/stage/headline.js





const signs = {
    success: "✅",
    failure: "❌",
    "rolled-back": "↩️",
    "not-deployed": "⛔",
    unknown: "❓",
};
/** The tone of a deployment's outcome. */
function toneOf({ status }) {
    switch (status) {
        case "SUCCESS":
            return "success";
        case "FAILED":
            return "failure";
        case "ROLLED BACK":
            return "rolled-back";
        case "NOT DEPLOYED":
            return "not-deployed";
        case "UNKNOWN":
            return "unknown";
    }
}
/** The sign of a tone, as GitHub shows it. */
function headline_signOf(tone) {
    return signs[tone];
}
/**
 * How a stage ended, in one line. The loudest is a rollback that failed; what was switched off is part of every
 * verdict that rests on it.
 */
function headline(evidence) {
    const { stage, environment, results } = evidence;
    const where = environment === null ? "" : ` on ${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(environment, 100))}`;
    const off = results.filter((one) => one.verdict === "off").length;
    const switched = off === 0 ? "" : `, ${(0,plural/* counted */.h)(off, "check")} switched off`;
    return `${endingOf(evidence)}${switched}: ${stage}${where}`;
}
function endingOf(evidence) {
    const { stage, status, decision, reason_code } = evidence;
    if (decision === "rollback-failed")
        return "🚨 ROLLBACK FAILED, look now";
    if (decision === "taken-back" && stage === "rollback")
        return `${signs.failure} The rollback was undone`;
    if (decision === "taken-back")
        return `${signs["rolled-back"]} Rolled back${versions(evidence.to, evidence.from)}`;
    if (decision === "held")
        return "⏸️ Not decided, a person must confirm it or roll back";
    if (stage === "report")
        return criteria(evidence);
    switch (status) {
        case "passed":
            if (reason_code === "drill_passed")
                return `${signs.success} Drill passed`;
            return stage === "rollback"
                ? `${signs["rolled-back"]} Rolled back${versions(evidence.from, evidence.to)}`
                : `${signs.success} Passed`;
        case "planned":
            return "📝 Dry run, nothing was changed";
        case "cancelled":
            return "⏹️ Cancelled";
        case "running":
            return `${signs.unknown} Did not end`;
        case "failed":
            return failed(evidence);
    }
}
/**
 * A report that only shows its exit gate passes, whatever became of the deployment: its sign is that of the criteria.
 */
function criteria({ status, reason_code }) {
    if (status !== "passed")
        return `${signs.failure} ${reason_code === "gate_open" ? "Exit criteria not met" : "Failed"}`;
    return reason_code === "gate_open" ? "⚠️ Exit criteria not met" : `${signs.success} Exit criteria met`;
}
/** A deployment that stopped before anything that serves was changed is another thing than one that failed. */
function failed(evidence) {
    const { stage, decision, reason_code } = evidence;
    if (decision !== "stop" || reason_code === "unexpected_error")
        return `${signs.failure} Failed`;
    if (stage === "promote" || stage === "deploy-staging")
        return `${signs["not-deployed"]} Nothing deployed`;
    const refused = (0,outcome/* rollbackOutcome */.pl)(evidence) === "nothing-changed";
    return refused ? `${signs["not-deployed"]} Nothing rolled back` : `${signs.failure} Failed`;
}
/** Two builds of one version differ in their digest: then the whole ids are shown. */
function versions(left, now) {
    const same = left !== null && now !== null && (0,release/* releaseVersionOf */.$_)(left) === (0,release/* releaseVersionOf */.$_)(now);
    const shown = (id) => (0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(same ? id : (0,release/* releaseVersionOf */.$_)(id), 80));
    return `${left === null ? "" : ` from ${shown(left)}`}${now === null ? "" : ` to ${shown(now)}`}`;
}

// EXTERNAL MODULE: ./build/src/domain/brief/facts.js
var facts = __webpack_require__(2726);
;// CONCATENATED MODULE: ./build/src/domain/report/change.js


/** What a report keeps of a plan, of its hosts, and of its steps. */
const maxSteps = 1_000;
const maxHosts = 200;
const maxTasks = 2_000;
/** The plan of a stage, what became of each host, and when each step was done; null where the stage planned nothing. */
function change_changeIn(evidence) {
    const { stage, environment, plan, hosts = [], results, started_at, finished_at } = evidence;
    const done = results.filter(({ kind, started_at }) => (kind === "step" || kind === "signal") && started_at);
    if (plan.length === 0 && (hosts.length === 0 || done.length === 0))
        return null;
    const own = Map.groupBy(results, ({ host }) => host);
    return {
        ...{ stage, environment, started_at, finished_at },
        plan: (0,facts/* firstOf */.Ku)(plan, maxSteps),
        hosts: (0,facts/* firstOf */.Ku)(hosts.map(({ host, before }) => hostOf({ host, before, to: evidence.to, own: own.get(host) ?? [] })), maxHosts),
        tasks: (0,facts/* firstOf */.Ku)(tasksOf(done), maxTasks),
    };
}
/**
 * What was last seen of a host. A release is recorded by the first `activate` that passed with nothing failed before:
 * one after a failure records the release that was rolled back to.
 */
function hostOf({ host, before, to, own }) {
    const ms = own.reduce((sum, one) => sum + one.duration_ms, 0);
    const failed = own.find((one) => one.required && (0,result/* notPassed */.KN)(one));
    if (failed !== undefined)
        return { host, before, after: before, state: "failed", failed: failed.id, ms };
    const recorded = own.find(({ id }) => id === "activate");
    if (recorded === undefined)
        return { host, before, after: before, state: "not-changed", failed: null, ms };
    // Where hosts are in groups, those of the other one serve.
    return recorded.facts["serves"] === false
        ? { host, before, after: null, state: "takes-no-traffic", failed: null, ms }
        : { host, before, after: to, state: "verified", failed: null, ms };
}
function tasksOf(done) {
    const at = ({ started_at = "" }) => Date.parse(started_at);
    const zero = done.reduce((first, one) => Math.min(first, at(one)), Number.POSITIVE_INFINITY);
    return done.map((one) => ({
        ...{ id: one.id, host: one.host ?? null, start_ms: at(one) - zero, ms: one.duration_ms },
        passed: !(0,result/* notPassed */.KN)(one),
    }));
}

;// CONCATENATED MODULE: ./build/src/render/stage/timeline.js


/** Lanes of the drawing, and tasks of one lane. */
const maxLanes = 50;
const timeline_maxTasks = 100;
/**
 * The timeline as our own page draws it, without a script: a lane for each host, a bar for each step. It is a block of
 * HTML within Markdown, so that no line of it is empty.
 */
function timelineHtml({ tasks }) {
    const end = tasks.list.reduce((last, one) => Math.max(last, one.start_ms + one.ms), 1);
    const lanes = [...Map.groupBy(tasks.list, ({ host }) => host ?? "all hosts")];
    return [
        '<div class="timeline">',
        `<p class="axis"><span>0 s</span><span>${(0,wording/* durationText */.S5)(end / 2)}</span><span>${(0,wording/* durationText */.S5)(end)}</span></p>`,
        ...lanes.slice(0, maxLanes).map(([host, all]) => lane(host, all.slice(0, timeline_maxTasks), end)),
        ...(lanes.length > maxLanes ? [`<p>${lanes.length - maxLanes} more hosts in the evidence file.</p>`] : []),
        "</div>",
    ].join("\n");
}
function lane(host, tasks, end) {
    const percent = (ms) => Math.round((ms / end) * 10_000) / 100;
    const bars = tasks.map(({ id, start_ms, ms, passed }) => {
        const width = Math.max(0.4, percent(ms));
        const left = Math.min(percent(start_ms), 100 - width);
        const title = `${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(id, 60))}, ${(0,wording/* durationText */.S5)(ms)}`;
        return `<i class="${passed ? "done" : "crit"}" style="left:${left}%;width:${width}%" title="${title}"></i>`;
    });
    const longest = [...tasks].sort((a, b) => b.ms - a.ms).slice(0, 3);
    const words = longest.map(({ id, ms }) => `${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(id, 60))} ${(0,wording/* durationText */.S5)(ms)}`).join(", ");
    return (`<div class="lane"><b>${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(host, 60))}</b><span class="bars">${bars.join("")}</span>` +
        `<small>longest: ${words}</small></div>`);
}

;// CONCATENATED MODULE: ./build/src/render/stage/hosts.js





/** Rows of the table, and tasks of the timeline: GitHub draws no diagram above 50,000 characters. */
const maxRows = 50;
const hosts_maxTasks = 200;
/** What became of each host, and when each step was done, folded. Nothing where no host was changed. */
function hostsAndTimeline(evidence) {
    const change = change_changeIn(evidence);
    return change === null ? [] : hostsParts(change).map(({ markdown }) => markdown);
}
/** The same of a change as a report keeps it; our own page draws the timeline itself. */
function hostsParts(change) {
    const { hosts, tasks, environment } = change;
    if (hosts.list.length === 0 || tasks.list.length === 0)
        return [];
    const place = environment === null ? "" : ` of ${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(environment, 100))}`;
    const title = `${(0,wording/* capital */.Nx)((0,plural/* counted */.h)(hosts.total, "host"))}${place}, and the timeline`;
    const shown = (timeline) => (0,markdown/* details */.zH)(title, `${hostsTable(change)}\n\n${timeline}`);
    return [{ markdown: shown((0,markdown/* block */.om)(gantt(tasks.list), "mermaid")), own: shown(timelineHtml(change)) }];
}
function hostsTable({ hosts }) {
    const rows = hosts.list
        .slice(0, maxRows)
        .map((one) => [
        (0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(one.host, 60)),
        `${(0,markdown/* cell */.Hn)(one.before ?? "none")} → ${(0,markdown/* cell */.Hn)(one.after ?? "none")}`,
        `${stateOf(one)}, ${(0,wording/* durationText */.S5)(one.ms).replaceAll(" ", "&#160;")}`,
    ]);
    const rest = hosts.total - rows.length;
    const more = rest > 0 ? `\n\n${(0,plural/* counted */.h)(rest, "more host")} in the evidence file.` : "";
    return `${(0,markdown/* table */.tp)(["Host", "Before → After", "State"], rows)}${more}`;
}
function stateOf({ state, failed }) {
    switch (state) {
        case "failed":
            return `❌ ${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(failed ?? "", 60))}`;
        case "not-changed":
            return "not changed";
        case "takes-no-traffic":
            return "✅ takes no traffic";
        case "verified":
            return "✅ verified";
    }
}
/** A Gantt chart of Mermaid: a section for each host, times since the first step. */
function gantt(tasks) {
    const sections = new Map();
    for (const { id, host, start_ms, ms, passed } of tasks.slice(0, hosts_maxTasks)) {
        const section = sections.get(host ?? "all") ?? [];
        section.push(`${hosts_word(id)} :${passed ? "done" : "crit"}, ${start_ms}, ${start_ms + Math.max(1, ms)}`);
        sections.set(host ?? "all", section);
    }
    const text = [...sections].flatMap(([name, all]) => [`section ${hosts_word(name)}`, ...all]);
    return ["gantt", "dateFormat x", "axisFormat %M:%S", ...text].join("\n");
}
/** A name as Mermaid reads it: what has a meaning there is left out. */
function hosts_word(text) {
    return (0,wording/* shortened */.vI)(text.replace(/[^A-Za-z0-9 ._-]/g, " ").trim() || "?", 60);
}

;// CONCATENATED MODULE: ./build/src/render/stage/page.js










/** All that a stage found out, as parts of Markdown: the verdict, what did not pass, and the rest folded. */
function stagePage(evidence) {
    const { plan, results } = evidence;
    return [
        ...verdictAndResults(evidence, roomy),
        ...(evidence.watch === undefined ? [] : ["**The watch**", (0,table/* watchShown */.z)(evidence.watch)]),
        ...page_folded("Figures of the watch", results.filter((one) => !(0,result/* notPassed */.KN)(one)).flatMap(figuresOf)),
        ...page_folded("Slowest tests", textsOf(results, "slowest")),
        ...page_folded("Reused and new results", textsOf(results, "cache")),
        ...(plan.length === 0
            ? []
            : [(0,markdown/* details */.zH)(`Plan: ${(0,plural/* counted */.h)(plan.length, "step")}`, planList(plan), evidence.status === "planned")]),
        ...hostsAndTimeline(evidence),
        footOf(evidence),
    ];
}
/** The same, as short as a conversation wants it: all details closed, the longest of them in the run alone. */
function briefStagePage(evidence) {
    return [...verdictAndResults(evidence, brief), footOf(evidence)];
}
/** What did not pass comes first; what was done to roll the release back is apart from what was done to deploy it. */
function verdictAndResults(evidence, room) {
    const { forward, back } = arranged(evidence);
    // What the project does not have yet is one block of its own, at the top of the page.
    const failed = failing(forward.filter((one) => !isFirstContact(one)), room, (0,wording/* shortened */.vI)(evidence.says, 2_000));
    const failedBack = failing(back, room);
    const remedy = failed.remedies.includes(evidence.remedy) ? "" : evidence.remedy;
    return [
        ...verdictOf(evidence, remedy),
        ...failed.table,
        ...page_notesOf(evidence.warnings),
        ...failed.details,
        ...(back.some(result/* notPassed */.KN) ? ["**The rollback**", ...failedBack.table, ...failedBack.details] : []),
        ...passedTable(forward, back.length === 0 ? "" : "Before the rollback: "),
        ...passedTable(back, "Rollback: "),
        ...quietLines([...forward, ...back]),
        ...forward.flatMap((one) => renderNotes(one, room)),
    ];
}
/** Notes that are read at once; more of them would push what failed out of sight. */
const maxNotes = 4;
function page_notesOf(warnings) {
    const notes = warnings.map((warning) => `> **Note:** ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(warning, 1_000))}`);
    const rest = notes.slice(maxNotes);
    return [
        ...notes.slice(0, maxNotes),
        ...(rest.length === 0 ? [] : [(0,markdown/* details */.zH)((0,plural/* counted */.h)(rest.length, "more note"), rest.join("\n\n"))]),
    ];
}
/** The run and its attempt, as a link to it. */
function runLink({ run_id, run_attempt, run_url }) {
    if (run_id === evidence_evidence/* terminalRun */.yl)
        return "in a terminal";
    return (0,markdown/* link */.nf)(`run ${(0,wording/* shortened */.vI)(run_id, 40)}, attempt ${(0,wording/* shortened */.vI)(run_attempt, 10)}`, run_url);
}
function verdictOf(evidence, remedy) {
    const found = findingsLine(evidence.results);
    const watch = evidence.results.find((one) => one.id === "watch" && one.verdict === "pass");
    return [
        `## ${headline(evidence)}`,
        (0,markdown/* bold */.Cr)((0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(evidence.says, 2_000))),
        ...(remedy === "" ? [] : [`**What to do:** ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(remedy, 2_000))}`]),
        ...(watch === undefined ? [] : [(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(watch.says, 1_000))]),
        ...(found === "" ? [] : [found]),
    ];
}
/** How many findings there are, those of the change under review first; nothing where none is of it. */
function findingsLine(results) {
    const all = results.filter((one) => one.kind === "check" && ((0,result/* notPassed */.KN)(one) || one.findings.some((finding) => finding.in_change)));
    const of = (where) => all.flatMap((one) => one.findings).filter((one) => one.in_change === where).length;
    const [line, file] = [of("line"), of("file")];
    const total = all.reduce((sum, one) => sum + Math.max(one.findings_total, one.findings.length), 0);
    if (line + file === 0)
        return "";
    const rest = total - line - file;
    return `**${(0,plural/* counted */.h)(line, "finding")} on changed lines**, ${file} elsewhere in changed files, ${rest} in the rest.`;
}
/**
 * What was done for the release, and what was done to roll it back: the health of the release before is not that of
 * the new one.
 */
function arranged({ decision, results }) {
    const wentBack = decision === "taken-back" || decision === "rollback-failed";
    const cause = wentBack ? results.findIndex(result/* blocks */.Bv) : -1;
    return {
        forward: cause < 0 ? results : results.slice(0, cause + 1),
        back: cause < 0 ? [] : results.slice(cause + 1),
    };
}
function planList(plan) {
    return plan.map((step, index) => `${index + 1}. ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(step, 300))}`).join("\n");
}
/** The texts that results keep under a fact of this name. */
function textsOf(results, name) {
    return results
        .flatMap(({ facts }) => facts[name] ?? [])
        .filter((one) => typeof one === "string")
        .map((text) => (0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(text, 500)));
}
function page_folded(title, lines) {
    return lines.length === 0
        ? []
        : [(0,markdown/* details */.zH)(title, lines.map((line) => (line.startsWith("- ") ? line : `- ${line}`)).join("\n"))];
}
function footOf(evidence) {
    const { release } = evidence;
    return [
        ...(release === null
            ? []
            : [`${(0,markdown/* plainText */.wh)(release.app)} ${(0,markdown/* plainText */.wh)(release.version)} ${(0,markdown/* code */.aY)(release.digest.slice(0, 8))}`]),
        `commit ${(0,markdown/* code */.aY)(evidence.sha.slice(0, 12))}`,
        runLink(evidence),
        `started by ${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(evidence.actor, 100))}`,
        (0,wording/* minute */.Vc)(evidence.started_at),
    ].join(" · ");
}

;// CONCATENATED MODULE: ./build/src/render/stage/summary.js




/** The runner drops a summary over 1 MiB whole: stop well before. */
const summary_maxBytes = 900 * 1024;
/** A stage's part of the job summary; at most 900 KiB of UTF-8. */
function renderSummary(evidence) {
    const parts = [...briefPage(evidence.brief), ...withFirstContact(stagePage(evidence), evidence.results)];
    return `${(0,markdown/* cutTo */.yd)(parts.join("\n\n"), summary_maxBytes - 1, "The rest is in the evidence file and the log of the run.")}\n`;
}

;// CONCATENATED MODULE: ./build/src/gates/token.js
/**
 * What to do where GitHub refuses the token itself, whatever it may do: 401, or none was given. Null where the token is
 * not the cause.
 */
function tokenRemedy({ status, why }) {
    if (status === 401)
        return ("GitHub does not know the token in `github-token`, or it has expired: give one that is valid, or leave the " +
            "input out for the job's own.");
    if (status !== 0 || !why.includes("`github-token` is empty"))
        return null;
    return "Set the secret that `github-token` names, or leave the input out for the job's own token.";
}

;// CONCATENATED MODULE: ./build/src/render/findings/check-run.js






/** GitHub refuses a summary over 65,535 characters. */
const check_run_maxBytes = 60_000;
/** Annotations go fifty to a request, and a repository has a thousand requests an hour for all its jobs. */
const maxAnnotations = 1_000;
const check_run_maxMessage = 4_000;
const conclusions = {
    passed: "success",
    failed: "failure",
    running: "failure",
    cancelled: "neutral",
    planned: "neutral",
};
/**
 * A stage as a check run: its report, and an annotation for every finding that has a place. A run that was cut, or only
 * planned, judged nothing. `application` is empty where the repository has one: a branch's rules require a check run by
 * its name, so that two must not share it.
 */
function renderCheckRun(evidence, application = "") {
    const { stage, environment, status, says } = evidence;
    const placed = annotationsIn(evidence).filter(({ finding }) => finding.file !== undefined);
    const left = placed.length - maxAnnotations;
    const page = withFirstContact(briefStagePage(evidence), evidence.results);
    const parts = [...page, ...(left > 0 ? [`${left} more findings are not annotated.`] : [])];
    const of = [environment ?? "", application].filter((one) => one !== "").map((one) => (0,wording/* shortened */.vI)((0,visible/* visible */.R)(one), 100));
    return {
        name: `phoenix-deploy ${stage}${of.length === 0 ? "" : ` (${of.join(", ")})`}`,
        conclusion: conclusions[status],
        title: (0,wording/* shortened */.vI)((0,visible/* visible */.R)(says).replaceAll("\n", " "), 250),
        summary: (0,markdown/* cutTo */.yd)(parts.join("\n\n"), check_run_maxBytes, "The rest is in the summary of the run."),
        annotations: placed.slice(0, maxAnnotations).map(({ finding, title }) => ({
            finding: { ...finding, message: (0,wording/* shortened */.vI)(finding.message, check_run_maxMessage) },
            title,
        })),
    };
}

;// CONCATENATED MODULE: ./build/src/render/stage/comment.js





/** GitHub refuses a comment over 65,536 characters: stop well before. There are never more characters than bytes. */
const maxCommentBytes = 60_000;
/**
 * The one comment of a workflow for an environment, or for a stage that has none, and for an application. Marker and
 * body together are at most 60,000 characters.
 */
function renderComment(evidence, { workflow, application = "" }) {
    const own = application === "" ? [] : [application];
    const key = [workflow, evidence.environment ?? evidence.stage, ...own].map(nameInComment).join("/");
    const marker = `<!-- phoenix-deploy:report:v1 key=${key} -->`;
    const room = maxCommentBytes - Buffer.byteLength(marker) - 1;
    const parts = [
        ...own.map((name) => (0,markdown/* code */.aY)((0,wording/* shortened */.vI)(name, 200))),
        ...briefPage(evidence.brief),
        ...withFirstContact(briefStagePage(evidence), evidence.results),
    ];
    return { marker, body: (0,markdown/* cutTo */.yd)(parts.join("\n\n"), room, "The rest is in the summary of the run.") };
}
/** A name inside an HTML comment: nothing in it can end the comment. */
function nameInComment(name) {
    return encodeURIComponent(name.toWellFormed()).replaceAll("--", "%2D%2D").slice(0, 200);
}

;// CONCATENATED MODULE: ./build/src/stages/publish.js




/**
 * What tells an application from others of its repository: the inputs that name its folder and its settings; empty
 * where both are left to their defaults.
 */
function applicationOf(inputs) {
    const named = [
        [inputs["working-directory"], "."],
        [inputs["config"], ".github/phoenix-deploy.yml"],
    ];
    return named
        .filter(([value, usual]) => typeof value === "string" && value !== usual)
        .map(([value]) => value)
        .join(", ");
}
/**
 * Shows a finished stage on its pull request: one comment for each workflow, environment and application, updated in
 * place, and a check run. Returns a warning for each that could not be written: the summary holds it all, and no
 * verdict hangs on it.
 */
async function publish(world, evidence, places) {
    try {
        return await show(world, evidence, places);
    }
    catch (error) {
        return [`The report could not be shown on GitHub: ${(0,error_text/* errorText */.k)(error)}.`];
    }
}
async function show({ github, job }, evidence, places) {
    const warnings = [];
    // A run that was cut has nothing new for a conversation, and the next one may have written its own already.
    const number = job.pullRequest?.number ?? evidence.brief?.pull_request ?? null;
    // The report comments on every pull request of the release by itself.
    const comments = places.comment && evidence.stage !== "report" && evidence.status !== "cancelled";
    if (comments && number !== null) {
        const comment = renderComment(evidence, { workflow: job.workflow, application: places.application });
        const answer = await github.stickyComment({ pullRequest: number, ...comment });
        const fromFork = job.pullRequest?.fromFork ?? false;
        if (!answer.ok)
            warnings.push(`The pull request has no comment (${reason(answer)}). ${tokenRemedy(answer) ?? commentRemedy(fromFork)}`);
    }
    if (places.checkRun) {
        // Of a run that another one started, the commit of the run is that of the default branch, which nobody judged.
        const sha = job.pullRequest?.headSha ?? evidence.sha;
        const page = renderCheckRun(evidence, places.application);
        const answer = await github.checkRun({ ...page, sha, detailsUrl: job.runUrl });
        if (!answer.ok)
            warnings.push(`The check run is not whole (${reason(answer)}). ` +
                (tokenRemedy(answer) ?? "Give the job `checks: write`, or leave `check-run` out."));
    }
    return warnings;
}
function reason({ status, why }) {
    return status === 0 ? why : `${status}: ${why}`;
}
function commentRemedy(fromFork) {
    return fromFork
        ? "The token of a fork's pull request only reads, even with `pull-requests: write`: " +
            "examples/workflows/comment.yml comments safely."
        : "Give the job `pull-requests: write`, or set `comment: false`.";
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/domain/evidence/handover.js
var handover = __webpack_require__(9999);
;// CONCATENATED MODULE: ./build/src/stages/recorder.js





/** Kept of each result's findings in evidence; the rest is counted. */
const maxFindings = 500;
/** Characters of a sentence that are kept: what a server or a tool said may stand in it, and nobody reads more. */
const maxSentence = 2_000;
const sentence = (text) => (0,wording/* shortened */.vI)(text, maxSentence);
/** Characters of one text in facts, and entries of one list there, that are kept. */
const maxFactText = 20_000;
const maxFactEntries = 1_000;
/** Characters of a finding, and of the last lines of a tool, that are kept. */
const recorder_maxMessage = 4_000;
const maxTail = 20_000;
const marks = {
    pass: "✓",
    fail: "✗",
    error: "✗",
    inconclusive: "◌",
    off: "–",
    "not-run": "–",
};
/** A fact as evidence keeps it: servers and tools may say any amount, and evidence over its limit is read by nobody. */
function bounded(fact) {
    if (typeof fact === "string")
        return (0,wording/* shortened */.vI)(fact, maxFactText);
    if (Array.isArray(fact))
        return fact.slice(0, maxFactEntries).map(bounded);
    if (typeof fact !== "object" || fact === null)
        return fact;
    return Object.fromEntries(Object.entries(fact)
        .slice(0, maxFactEntries)
        .map(([key, value]) => [(0,wording/* shortened */.vI)(key, maxSentence), bounded(value)]));
}
/** A result as evidence keeps it. */
function boundedResult(given) {
    return {
        ...given,
        says: sentence(given.says),
        remedy: sentence(given.remedy),
        facts: bounded(given.facts),
        tail: given.tail.length <= maxTail ? given.tail : given.tail.slice(-maxTail).toWellFormed(),
        findings: given.findings
            .slice(0, maxFindings)
            .map((one) => ({ ...one, message: (0,wording/* shortened */.vI)(one.message, recorder_maxMessage) })),
    };
}
/** What the log says of a result. */
function recorder_linesOf({ kind, verdict, title, says, remedy, host, duration_ms }) {
    const lasted = kind === "step" || kind === "signal" ? ` (${(duration_ms / 1_000).toFixed(1)} s)` : "";
    const at = host === undefined || title.includes(host) ? "" : ` on ${host}`;
    const said = `${marks[verdict]} ${title}${at}: ${says}${lasted}`;
    return remedy === "" || verdict === "pass" ? [said] : [said, `  ${remedy}`];
}
/** Starts the evidence of a stage with status `running` and rewrites its file after every change. */
async function openRecorder(world, stage, known) {
    const { job, files, clock, log } = world;
    const folder = (0,external_node_path_.join)(job.workspace, handover/* handover */.c.folder);
    const save = saving(files, (0,external_node_path_.join)(folder, "evidence"));
    const outputs = {};
    let summary = null;
    let evidence = firstEvidence(world, stage, known);
    async function add(more) {
        evidence = { ...evidence, ...more };
        await save(evidence);
    }
    await files.write((0,external_node_path_.join)(folder, ".gitignore"), "*\n");
    await save(evidence);
    return {
        get evidence() {
            return evidence;
        },
        get summary() {
            return summary;
        },
        outputs,
        async begin(...results) {
            await save({ ...evidence, results: [...evidence.results, ...results] });
        },
        async record(...given) {
            const now = clock.now().getTime();
            const results = given.map((one) => {
                const began = new Date(now - one.duration_ms).toISOString();
                return boundedResult(one.kind === "check" ? one : { ...one, started_at: began });
            });
            for (const line of results.flatMap(recorder_linesOf))
                log.info(line);
            await add({ results: [...evidence.results, ...results] });
        },
        set: add,
        measure: (when, measurement) => add({ [when]: measurement }),
        async warn(given) {
            const says = sentence(given);
            // The same of several steps is one warning.
            if (evidence.warnings.includes(says))
                return;
            log.warning(says);
            await add({ warnings: [...evidence.warnings, says] });
        },
        output(name, value) {
            outputs[name] = value;
        },
        summarise(markdown) {
            summary = markdown;
        },
        async finish(conclusion) {
            evidence = { ...evidence, ...headOf(conclusion), finished_at: clock.now().toISOString() };
            return { evidence, pin: (0,evidence_evidence/* pinOf */.nZ)(evidence, await save(evidence)) };
        },
    };
}
/** Writes evidence to its file in a folder and gives its sha256; a file of another name from before is removed. */
function saving(files, folder) {
    let before = null;
    return async (evidence) => {
        const name = (0,evidence_evidence/* evidenceFileName */.x_)(evidence);
        if (before !== null && before !== name)
            await files.remove((0,external_node_path_.join)(folder, before));
        before = name;
        const text = `${JSON.stringify(evidence, null, 2)}\n`;
        await files.write((0,external_node_path_.join)(folder, name), text);
        return (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex");
    };
}
/** A conclusion as the head of evidence. */
function headOf({ status, decision, reason_code, says, remedy = "" }) {
    return { status, decision, reason_code, says: sentence(says), remedy: sentence(remedy) };
}
function firstEvidence({ job, clock }, stage, known) {
    return {
        schema_version: 1,
        app: known.app ?? "unknown",
        stage,
        environment: known.environment,
        status: "running",
        decision: "pending",
        reason_code: "running",
        says: `${stage} was still running when this was written.`,
        remedy: "Look at the job's log, and run the job again.",
        release: null,
        from: null,
        to: null,
        sha: job.sha,
        run_id: job.runId,
        run_attempt: job.runAttempt,
        run_url: job.runUrl,
        actor: job.actor,
        started_at: clock.now().toISOString(),
        finished_at: null,
        url: null,
        plan: [],
        warnings: [],
        results: [],
        before: null,
        after: null,
    };
}

// EXTERNAL MODULE: ./build/src/stages/stage.js
var stages_stage = __webpack_require__(8767);
;// CONCATENATED MODULE: ./build/src/entry/run.js














/** Opens the world, runs the stage, and writes down how it ended. True when it passed, or was a dry run. */
async function runStage(running, given) {
    const { contract, stage, voice, env } = running;
    const { settings, inputs } = given;
    const stop = new AbortController();
    const world = openWorld({ voice, env, inputs }, stop.signal);
    const named = inputs["environment"];
    const recorder = await openRecorder(world, contract.folder, {
        app: settings.app,
        environment: typeof named === "string" ? named : null,
    });
    // Evidence and journal are already written when a signal comes: what is left is to end our tools and begin nothing
    // new.
    for (const signal of ["SIGINT", "SIGTERM"]) {
        process.on(signal, () => {
            if (!stop.signal.aborted)
                world.log.warning(`${signal}: the step under way is finished, no other begins.`);
            stop.abort();
        });
    }
    const conclusion = await concluded(() => stage({ world, settings, recorder }, inputs), world);
    const sealed = await recorder.finish(conclusion);
    await run_show({ world, inputs, voice }, { evidence: sealed.evidence, summary: recorder.summary });
    return leaveOutcome(recorder, sealed, voice);
}
/** How the stage ended; an exception is a conclusion too. */
async function concluded(stage, { log }) {
    try {
        return await stage();
    }
    catch (error) {
        log.info((0,error_text/* errorStack */.j)(error));
        return (0,stages_stage/* stopped */.c)({
            reason_code: "unexpected_error",
            says: `Unexpected error: ${(0,error_text/* errorText */.k)(error)}`,
            remedy: "This is a fault of phoenix-deploy or of the machine. " +
                "The stack is in the log; look at the target before running again.",
        });
    }
}
/** Shows the evidence on the pull request, as annotations and as the job summary. It is sealed by its pin already. */
async function run_show({ world, inputs, voice }, { evidence, summary }) {
    const warnings = await publish(world, evidence, {
        comment: inputs["comment"] === true,
        checkRun: inputs["check-run"] === true,
        application: applicationOf(inputs),
    });
    for (const warning of warnings)
        world.log.warning(warning);
    // What could not be shown elsewhere is said in the summary.
    const shown = { ...evidence, warnings: [...evidence.warnings, ...warnings] };
    for (const { finding, title } of annotationsOf(shown))
        world.log.annotate(finding, title);
    try {
        await voice.summary(summary ?? renderSummary(shown), world, summary !== null);
    }
    catch (error) {
        // Bookkeeping never changes a verdict.
        world.log.warning(`The job summary could not be written: ${(0,error_text/* errorText */.k)(error)}`);
    }
}
/** Sets the outputs and says in the log how the stage ended. True when it passed, or was a dry run. */
function leaveOutcome({ outputs }, { evidence, pin }, { log, failed, outputs: leave }) {
    const { status, decision, reason_code } = evidence;
    const changed = String((0,result/* changeBegan */.uH)(evidence.results));
    leave({ status, decision, "reason-code": reason_code, changed, evidence: JSON.stringify(pin), ...outputs });
    const passed = evidence.status === "passed" || evidence.status === "planned";
    const sentence = `${evidence.says} ${evidence.remedy}`.trim();
    if (passed)
        log.info(`✓ ${sentence}`);
    else
        failed(sentence);
    return passed;
}
/**
 * What is shorter is hidden only where it is a secret of GitHub, which hides it by itself. The runner hides a value
 * wherever it stands, and drops the outputs that hold it: `https` of a header, or `1`, would be in all of them.
 */
const leastMasked = 8;
/**
 * A value that must not be shown, hidden from the log: the runner hides whole lines, so each is named, and what follows
 * a header's name.
 */
function masked(value, mask) {
    for (const line of value?.split(/\r?\n/) ?? []) {
        const [, part = ""] = /^[A-Za-z0-9-]+:\s*(.+)$/.exec(line) ?? [];
        for (const one of [line, part])
            if (one.trim().length >= leastMasked)
                mask(one.trim());
    }
    return value || undefined;
}
function openWorld(opening, cancel) {
    const { voice, env, inputs } = opening;
    const job = voice.job(String(inputs["job-id"] ?? ""));
    const clock = clockAdapter(cancel);
    return {
        shell: shellAdapter({ cwd: job.workspace, env, cancel, show: voice.show }),
        http: httpAdapter(env),
        files: (0,files/* filesAdapter */.V)(),
        clock,
        cancellation: {
            get cancelled() {
                return cancel.aborted;
            },
        },
        github: openGitHub(opening, job, clock.sleep),
        repository: repositoryAdapter(job.workspace, env),
        toolchain: (0,toolchain/* toolchainAdapter */.B1)(env["PATH"] ?? ""),
        log: voice.log,
        job,
        secret: (name) => masked(env[name], voice.mask),
    };
}
/** From how long on a wait for GitHub is said in the log. */
const saidFromMs = 5_000;
function openGitHub({ voice, env, inputs }, { repository, runId }, sleep) {
    let said = false;
    const token = String(inputs["github-token"] ?? "");
    if (token !== "")
        voice.mask(token);
    const idTokenUrl = env["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "";
    return githubAdapter({
        token,
        repository,
        runId,
        runnerName: env["RUNNER_NAME"] ?? "",
        idToken: idTokenUrl === "" ? null : { url: idTokenUrl, token: env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "" },
        apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
        graphqlUrl: env["GITHUB_GRAPHQL_URL"] ?? "https://api.github.com/graphql",
        async sleep(ms) {
            // Questions that are asked at once are refused at once.
            if (ms >= saidFromMs && !said)
                voice.log.info(`GitHub asks to wait ${Math.ceil(ms / 1_000)} s; it is asked again then.`);
            said ||= ms >= saidFromMs;
            await sleep(ms);
        },
    });
}


/***/ })

};
