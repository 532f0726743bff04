// Generated from ../../openapi.yaml by `npm run generate`. Do not edit.

export interface paths {
    "/v1/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cards of services, facet counts, total and the next cursor, in one answer.
         * @description Without `profile`, all anonymous kinds but `public-general`, which `general=true` adds.
         *     `inter-restricted` descriptions are in no anonymous answer. Values of one repeated
         *     parameter are alternatives; different parameters narrow. The counts of a facet disregard
         *     the facet's own selection.
         */
        get: operations["listServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services/{idOrAlias}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One full public description.
         * @description An alias or the id of a merged service answers with the successor and says so in
         *     `derived.resolvedFrom`. A retired service answers 410 with its successor if there is one.
         *     `Accept: application/ld+json` gives CPSV-AP 3.2 JSON-LD; with
         *     `application/ld+json;profile="https://schema.org"` schema.org's GovernmentService; with
         *     `application/vnd.hsds+json` the Human Services Data Specification 3.0.
         */
        get: operations["getService"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/life-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Life events with their needs and the number of services that each leads to. */
        get: operations["listLifeEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/life-events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One life event with its text, its needs and the ids of the services of each need. */
        get: operations["getLifeEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organizations that hold or provide services. */
        get: operations["listOrganizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One organization. */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public status of a resource. Nothing else of a resource is public. */
        get: operations["getResourceStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/support": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Resolved support, the service's own overriding the institution's overriding the nation's. */
        get: operations["getSupport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/knowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Questions and answers of the knowledge base. */
        get: operations["listKnowledge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the knowledge base and the descriptions of services answer to a question.
         * @description Answers in the words of what is registered, best first; nothing is written anew. Without `q`:
         *     the entries that name the service, or the institution, as people ask most often. Each answer
         *     is in the language asked for, else in Latvian, else in the one that there is.
         */
        get: operations["findAnswers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/vocabulary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everyday words, and the words of the register that they stand for.
         * @description What searches look for beside the words of a question: entries that ship with the register,
         *     and those that institutions added (records of kind `synonym`). `lang`, repeated, narrows
         *     what people type to these languages; an entry without any is left out. `form=compact` is for
         *     browsers: what people type loses endings that the search disregards, and ids and languages
         *     are not told.
         */
        get: operations["getVocabulary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search-index/{scope}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the serialised search index of a scope is. A few hundred bytes.
         * @description With the index a page or a program answers `GET /v1/services` by itself: same rows, same
         *     counts, same order. Its tiers stand at addresses that name their bytes.
         */
        get: operations["getSearchIndex"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search-index/{scope}/{tier}/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One tier of a search index. What stands at this address never changes.
         * @description Lines of JSON: a head (`format`, `version`, `tier`, `count`), then objects, tables of values
         *     that repeat, and rows in columns, their texts as numbers of the forms in which words are
         *     written, with what the register knows of new words. Written and read by `@pvp/sdk/tiers`; a
         *     reader refuses a version that it does not know, and analyses words itself where the head names
         *     other rules (`analysis`). A tier is there for 10 minutes at least after an index last named it,
         *     unless a record was redacted or is no longer public.
         */
        get: operations["getSearchIndexTier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sync/{scope}/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the log of a scope stands. About 500 bytes. */
        get: operations["getHead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sync/{scope}/snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole scope as a list of parts, each named by the digest of its bytes.
         * @description Services stand in one part for each institution that holds them, other objects in one part
         *     for each kind. A part whose digest the reader holds already is not fetched again.
         */
        get: operations["getSnapshot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sync/{scope}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed in a scope after a position.
         * @description A page ends on a transaction whose number is a multiple of 100, earlier where it would hold
         *     more than 1,000 changes, or at the current position. Pages that the log has left behind are
         *     cached for a day. 410 with `log-truncated`: the log begins after the position; with
         *     `epoch-unknown`: the position belongs to another log. Both name the snapshot to take. 503
         *     with `position-ahead`: this process has not got there yet.
         */
        get: operations["getChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parts/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One part of a snapshot. What stands at this address never changes.
         * @description One record a line, sorted by id, without `derived`; `type` and `id` come first, `hash` last.
         *     A part is there for 10 minutes at least after the last manifest that named it, unless one of
         *     its records was redacted or is no longer public.
         */
        get: operations["getPart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sync/audience/{institution}/parts/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One part of a snapshot of services that only certain institutions may see. */
        get: operations["getAudiencePart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/pvp-keys.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys that positions are signed with. None where nothing is signed. */
        get: operations["getKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Server-sent events that say that something changed, and nothing more.
         * @description `event: head` with `data: HeadEvent`; the first one at once. A comment line every 20
         *     seconds keeps the connection. Never cached.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/request-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What may be asked of an institution, what each kind of request asks for, and the limits.
         * @description The form of a service overrides that of its institution, and this one that of the whole
         *     country. `residents` and `businesses` are offered information, service request, incident,
         *     complaint and suggestion; `institutions` the eight kinds of the field. 404 where no requests
         *     are taken.
         */
        get: operations["listRequestKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/request-challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A piece of work to be done before a request is sent. It can be used once. */
        get: operations["getRequestChallenge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One file that a request will name. What no request names within a day is deleted.
         * @description The body is the file as it is. Its kind is found in its content; what is said about it does
         *     not count, but that a text says so. Allowed kinds and sizes stand in `/v1/request-kinds`.
         */
        post: operations["createUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a request to an institution.
         * @description The same key with the same body (`proof` and `website` apart) gives the same answer as
         *     before, whatever happened meanwhile; with another body 422 (`idempotency-key-reused`); while
         *     the first call is still at work 409 (`request-running`). 201: the institution's system has
         *     it. 202: it is kept here, and goes on to that system as soon as that can be reached. 428
         *     (`proof-required`): get a challenge and send the same with its proof.
         */
        post: operations["createRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The state of a request and what was answered, for whoever holds its secret. */
        get: operations["getRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether something was useful, and a suggestion in a few words. Nobody is identified, and nothing is answered. */
        post: operations["createFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds to the counters of a day. Sent only by pages whose webmaster has opted in.
         * @description Counted by day and by the host of the `Origin` header. No cookie and no identifier: two
         *     visits of one person cannot be told from one visit of two.
         */
        post: operations["countUsage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests to the token's institution, the newest first. */
        get: operations["listRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/requests/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: components["parameters"]["RequestNumber"];
            };
            cookie?: never;
        };
        /** One request with its contact, its files and its whole history. `ETag` is its revision. */
        get: operations["getRequestDetail"];
        put?: never;
        post?: never;
        /** Erases a request, its files and its history before its time. */
        delete: operations["eraseRequest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/requests/{number}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answers, changes the state, hands over to another level, or notes something.
         * @description States lead on as follows: acknowledged → in progress, pending, resolved, rejected; in
         *     progress → pending, resolved, rejected; pending → in progress, resolved, rejected;
         *     resolved → in progress, closed. Closed and rejected are the end. Another step is 409.
         */
        post: operations["addRequestEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/requests/{number}/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One file of a request, to be saved and not to be shown. */
        get: operations["getRequestAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/request-export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests received between two days, one a line, the oldest first. */
        get: operations["exportRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where descriptions are embedded, what people did not find, and what they thought of it. */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows of all records of one kind that the token's institution may see. */
        get: operations["listRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An `ObjectKind`, or another kind: unknown ones are kept. */
                kind: components["parameters"]["Kind"];
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        /** One full record, both halves. `ETag` is its revision. */
        get: operations["getRecord"];
        /** Creates (`If-None-Match` `*`) or replaces (`If-Match` with a revision) one record. */
        put: operations["putRecord"];
        post?: never;
        /** Redacts one record. Retiring a service is a `PUT` with `status`, not this. */
        delete: operations["deleteRecord"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Imports many records, each judged alone. */
        post: operations["importRecords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document as JSON. */
        get: operations["getOpenapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process can answer, and from what. */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description Kinds of registered object that this contract describes. Others are kept.
         * @enum {string}
         */
        ObjectKind: "service" | "life-event" | "need" | "resource" | "organization" | "service-group" | "service-template" | "work-item" | "knowledge-entry" | "support-place" | "request-form" | "synonym";
        /**
         * @description `public-general` has neither recipient nor request; `inter-restricted` is visible to certain institutions only.
         * @enum {string}
         */
        ServiceKind: "public-individual" | "public-general" | "inter-shared" | "inter-restricted";
        /** @enum {string} */
        ServiceStatus: "active" | "suspended" | "merged" | "retired";
        /**
         * @description Which catalogue: Latvija.gov.lv, Business.gov.lv or Virsis.gov.lv.
         * @enum {string}
         */
        Profile: "residents" | "businesses" | "institutions";
        /** @enum {string} */
        Recipient: "resident" | "business" | "association" | "institution";
        /** @enum {string} */
        ChannelKind: "e-service" | "e-form" | "specialised-system" | "mobile-app" | "e-address" | "e-mail" | "post" | "phone" | "video" | "in-person" | "one-stop-centre" | "home-visit";
        /**
         * @description Assurance levels of eIDAS; `none` asks for nothing.
         * @enum {string}
         */
        IdentificationLevel: "none" | "low" | "substantial" | "high";
        /** @enum {string} */
        TermUnit: "hour" | "working-day" | "calendar-day" | "week" | "month" | "year";
        /** @enum {string} */
        RequestKind: "information-request" | "work-request" | "agreement-request" | "service-request" | "change-request" | "incident" | "problem" | "complaint" | "suggestion";
        /**
         * @description `pending` waits for the person who asked.
         * @enum {string}
         */
        RequestState: "acknowledged" | "in-progress" | "pending" | "resolved" | "closed" | "rejected";
        /**
         * @description `kept`: worked on in the tables of this register. `waiting`: not yet in the system of the institution.
         * @enum {string}
         */
        RequestDelivery: "kept" | "waiting" | "delivered";
        /** @enum {string} */
        RequestAttributeType: "line" | "text" | "number" | "date" | "instant" | "yes-no" | "choice" | "choices";
        /** @enum {string} */
        UsageEventName: "view" | "search" | "search-without-result" | "request-opened";
        /**
         * @description The columns of the support matrix.
         * @enum {string}
         */
        SupportPlaceKind: "self-service-site" | "request-system" | "specialised-system" | "mobile-app" | "vpp-pd" | "institution-help-desk" | "institution-remote" | "one-stop-centre" | "customer-centre" | "institution-in-person";
        /** @enum {string} */
        SupportMeans: "faq" | "knowledge-base" | "assistant" | "phone" | "video" | "e-mail" | "e-address" | "social-network" | "request-form" | "visit" | "workplace";
        /** @enum {string} */
        SupportWay: "remote" | "in-person";
        /** @enum {string} */
        SupportDuty: "information" | "consultation" | "training" | "access" | "partners";
        /** @enum {integer} */
        SupportLevel: 0 | 1 | 2;
        /** @enum {string} */
        ResourceState: "operational" | "degraded" | "outage" | "maintenance";
        /** @enum {string} */
        OrganizationKind: "municipality" | "ministry" | "agency" | "state-company" | "department" | "other";
        /**
         * @description Order of a list: best match, title in Latvian, last change first.
         * @enum {string}
         */
        ServiceSort: "relevance" | "title" | "changed";
        /** @enum {string} */
        Weekday: "mo" | "tu" | "we" | "th" | "fr" | "sa" | "su";
        /** @enum {string} */
        TokenRole: "portfolio" | "help-desk" | "reader";
        Id: string;
        Cursor: string;
        QueryParameter: string;
        /** @description SHA-256, hexadecimal. */
        Hash: string;
        /**
         * Format: date-time
         * @description UTC.
         */
        Instant: string;
        /** Format: date */
        Day: string;
        /** Format: uri */
        Url: string;
        /** @description `<epoch>.<seq>`. Opaque; equal positions are equal strings. */
        Checkpoint: string;
        /** @description Plain text by language (BCP 47 primary subtag). Latvian (`lv`) first. */
        LocalizedString: {
            [key: string]: string;
        };
        /** @description Rich text by language. */
        LocalizedRichText: {
            [key: string]: components["schemas"]["RichText"];
        };
        /** @description A hast tree (data, not HTML) of a closed set of elements. Links keep `href` only. */
        RichText: {
            /** @constant */
            type: "root";
            children: components["schemas"]["RichTextNode"][];
        };
        RichTextNode: components["schemas"]["RichTextText"] | components["schemas"]["RichTextElement"];
        RichTextText: {
            /** @constant */
            type: "text";
            value: string;
        };
        RichTextElement: {
            /** @constant */
            type: "element";
            /** @enum {string} */
            tagName: "p" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol" | "li" | "a" | "strong" | "em" | "br" | "sup" | "sub" | "table" | "thead" | "tbody" | "tr" | "th" | "td" | "blockquote";
            properties?: {
                href?: string;
                colSpan?: number;
                rowSpan?: number;
                start?: number;
                /** @enum {string} */
                scope?: "col" | "row";
                lang?: string;
            };
            children: components["schemas"]["RichTextNode"][];
        };
        /** @description Where a part holds for some people only. Absent: for everybody. */
        AppliesTo: {
            recipients?: components["schemas"]["Recipient"][];
            /** @description Ids of the service's `situations`. */
            situations?: components["schemas"]["Id"][];
        };
        /** @description One payment row. A price belongs to a step and a channel. `value` 0 says that this way is free. */
        Cost: {
            id: components["schemas"]["Id"];
            /** @description Money in `currency`. Absent where only `description` tells. */
            value?: number;
            /** @description Upper end of a range that starts at `value`. */
            max?: number;
            /** @default EUR */
            currency?: string;
            step?: components["schemas"]["Id"];
            channel?: components["schemas"]["Id"];
            description?: components["schemas"]["LocalizedString"];
            appliesTo?: components["schemas"]["AppliesTo"];
        };
        /** @description How long it takes. */
        Term: {
            id: components["schemas"]["Id"];
            min?: number;
            max?: number;
            unit?: components["schemas"]["TermUnit"];
            description?: components["schemas"]["LocalizedString"];
            step?: components["schemas"]["Id"];
            channel?: components["schemas"]["Id"];
            appliesTo?: components["schemas"]["AppliesTo"];
        };
        /** @description Local time in Europe/Riga. A day without a span is closed; several spans split a day. */
        OpeningHours: {
            weekly?: components["schemas"]["HoursSpan"][];
            seasons?: {
                from: string;
                until: string;
                weekly: components["schemas"]["HoursSpan"][];
            }[];
            exceptions?: {
                date: components["schemas"]["Day"];
                spans?: components["schemas"]["TimeSpan"][];
                description?: components["schemas"]["LocalizedString"];
            }[];
            byAppointment?: boolean;
            /**
             * @description False: closed on public holidays, but for those that `exceptions` name.
             * @default false
             */
            openOnHolidays?: boolean;
            description?: components["schemas"]["LocalizedString"];
        };
        TimeSpan: {
            opens: string;
            closes: string;
        };
        HoursSpan: {
            days: components["schemas"]["Weekday"][];
            opens: string;
            closes: string;
        };
        /** @description Never translated. */
        Address: {
            text: string;
            municipality?: string;
            postCode?: string;
            latitude?: number;
            longitude?: number;
        };
        ContactPoint: {
            id: components["schemas"]["Id"];
            title?: components["schemas"]["LocalizedString"];
            phone?: string;
            /** Format: email */
            email?: string;
            url?: components["schemas"]["Url"];
            address?: components["schemas"]["Address"];
            hours?: components["schemas"]["OpeningHours"];
        };
        /** @description One way to request or receive. */
        Channel: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["ChannelKind"];
            title?: components["schemas"]["LocalizedString"];
            description?: components["schemas"]["LocalizedRichText"];
            url?: components["schemas"]["Url"];
            /** @description Where the request button leads, in words. */
            landsOn?: components["schemas"]["LocalizedString"];
            /** @description The service can be requested here at once. */
            requestable?: boolean;
            identification?: components["schemas"]["IdentificationLevel"];
            /** @description An electronic signature is needed. */
            signature?: boolean;
            /** @enum {string} */
            payment?: "none" | "online" | "on-site" | "invoice";
            languages?: string[];
            places?: components["schemas"]["ContactPoint"][];
            hours?: components["schemas"]["OpeningHours"];
            phone?: string;
            /** Format: email */
            email?: string;
            appliesTo?: components["schemas"]["AppliesTo"];
        };
        Step: {
            id: components["schemas"]["Id"];
            title?: components["schemas"]["LocalizedString"];
            description?: components["schemas"]["LocalizedRichText"];
            documents?: components["schemas"]["Id"][];
            channels?: components["schemas"]["Id"][];
            appliesTo?: components["schemas"]["AppliesTo"];
        };
        /** @description A form to fill in, evidence to submit (CPSV-AP Evidence), or a sample. */
        Document: {
            id: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "form" | "evidence" | "sample" | "information";
            title: components["schemas"]["LocalizedString"];
            description?: components["schemas"]["LocalizedRichText"];
            url?: components["schemas"]["Url"];
            mediaType?: string;
            bytes?: number;
            lang?: string;
            appliesTo?: components["schemas"]["AppliesTo"];
        };
        /** @description A reference to a legal act. Its text is never copied, its title never translated. */
        LegalResource: {
            id: components["schemas"]["Id"];
            title: string;
            issuer?: string;
            type?: string;
            number?: string;
            date?: components["schemas"]["Day"];
            url?: components["schemas"]["Url"];
            validFrom?: components["schemas"]["Day"];
            /** @description Last day of validity. */
            validUntil?: components["schemas"]["Day"];
        };
        Output: {
            id: components["schemas"]["Id"];
            title: components["schemas"]["LocalizedString"];
            description?: components["schemas"]["LocalizedRichText"];
        };
        /** @description Text that belongs to a description and has no field of its own. */
        TextSection: {
            id: components["schemas"]["Id"];
            /** @enum {string} */
            role: "restriction" | "appeal" | "reminder" | "warning" | "other";
            title?: components["schemas"]["LocalizedString"];
            content: components["schemas"]["LocalizedRichText"];
            appliesTo?: components["schemas"]["AppliesTo"];
        };
        /** @description A language in which the description exists. */
        LanguageMark: {
            lang: string;
            /** @description Translated by machine and not checked. */
            machine?: boolean;
            translatedAt?: components["schemas"]["Instant"];
        };
        RecordBase: {
            /** @description An `ObjectKind`, or another kind. */
            type: string;
            id: components["schemas"]["Id"];
            /** @description Former ids. They resolve to this record. */
            aliases?: components["schemas"]["Id"][];
            /** @description SHA-256 over the RFC 8785 canonical JSON of this record without `hash`, `checkedAt`, `checkedBy` and `derived`. Given by the register. */
            hash?: components["schemas"]["Hash"];
            /** @description Given by the register unless an import brings the source's own. */
            changedAt?: components["schemas"]["Instant"];
            checkedAt?: components["schemas"]["Instant"];
            /** @description An organization, never a person. */
            checkedBy?: components["schemas"]["Id"];
            /** @description Written to show or test the product; describes nothing real. */
            sample?: boolean;
        };
        /** @description The catalogue half of a service's full description. */
        Service: components["schemas"]["RecordBase"] & {
            /** @constant */
            type: "service";
            kind: components["schemas"]["ServiceKind"];
            status: components["schemas"]["ServiceStatus"];
            statusNote?: components["schemas"]["LocalizedRichText"];
            successor?: components["schemas"]["Id"];
            title: components["schemas"]["LocalizedString"];
            alternativeTitles?: components["schemas"]["LocalizedString"][];
            /** @description One or two plain sentences. */
            summary?: components["schemas"]["LocalizedString"];
            description?: components["schemas"]["LocalizedRichText"];
            keywords?: string[];
            /** @description Organization that answers for the service (turētājs). */
            holder?: components["schemas"]["Id"];
            /** @description Organizations that give it (sniedzēji). */
            providers?: components["schemas"]["Id"][];
            /** @description `inter-restricted` only: the institutions that may see it. */
            audience?: components["schemas"]["Id"][];
            recipients?: components["schemas"]["Recipient"][];
            recipientNote?: components["schemas"]["LocalizedRichText"];
            /** @description Situations of people for which parts of the description differ. */
            situations?: {
                id: components["schemas"]["Id"];
                title: components["schemas"]["LocalizedString"];
            }[];
            needs?: components["schemas"]["Id"][];
            /** @description Beside those that the needs belong to. */
            lifeEvents?: components["schemas"]["Id"][];
            groups?: components["schemas"]["Id"][];
            /** @description The unified service that this is one institution's instance of. */
            template?: components["schemas"]["Id"];
            related?: components["schemas"]["Id"][];
            channels?: components["schemas"]["Channel"][];
            costs?: components["schemas"]["Cost"][];
            terms?: components["schemas"]["Term"][];
            steps?: components["schemas"]["Step"][];
            documents?: components["schemas"]["Document"][];
            outputs?: components["schemas"]["Output"][];
            sections?: components["schemas"]["TextSection"][];
            legalResources?: components["schemas"]["LegalResource"][];
            contacts?: components["schemas"]["ContactPoint"][];
            languages?: components["schemas"]["LanguageMark"][];
            validFrom?: components["schemas"]["Day"];
            validUntil?: components["schemas"]["Day"];
            /** @description Where an imported description was found. */
            source?: components["schemas"]["Url"];
            derived?: components["schemas"]["ServiceDerived"];
        };
        /** @description What follows from other objects. Outside the hash; absent from replicas' records. */
        ServiceDerived: {
            /** @description Linked objects by `kind/id`, as far as public. */
            objects?: {
                [key: string]: components["schemas"]["ObjectLink"];
            };
            outages?: components["schemas"]["Outage"][];
            /** @description The other institutions' instances of the same unified service, and this one. */
            instances?: {
                id: components["schemas"]["Id"];
                institution: components["schemas"]["Id"];
                /** @description The institution's. */
                title: components["schemas"]["LocalizedString"];
            }[];
            /** @description Another id was asked for. */
            resolvedFrom?: {
                id: components["schemas"]["Id"];
                /** @enum {string} */
                reason: "alias" | "merged";
                title?: components["schemas"]["LocalizedString"];
            };
        };
        ObjectLink: {
            title: components["schemas"]["LocalizedString"];
            url?: components["schemas"]["Url"];
            status?: components["schemas"]["ServiceStatus"];
        };
        /** @description A resource that the service depends on is not in order. The resource's id is not told. */
        Outage: {
            title: components["schemas"]["LocalizedString"];
            state: components["schemas"]["ResourceState"];
            message?: components["schemas"]["LocalizedString"];
            since?: components["schemas"]["Instant"];
            expectedUntil?: components["schemas"]["Instant"];
        };
        Organization: components["schemas"]["RecordBase"] & {
            /** @constant */
            type: "organization";
            title: components["schemas"]["LocalizedString"];
            kind?: components["schemas"]["OrganizationKind"];
            registrationNumber?: string;
            parent?: components["schemas"]["Id"];
            /** @description Municipality or place that it serves, in the nominative. Absent: the whole country. */
            territory?: string;
            homepage?: components["schemas"]["Url"];
            contacts?: components["schemas"]["ContactPoint"][];
        };
        LifeEvent: components["schemas"]["RecordBase"] & {
            /** @constant */
            type: "life-event";
            title: components["schemas"]["LocalizedString"];
            summary?: components["schemas"]["LocalizedString"];
            /** @description Explanatory, educational text. */
            description?: components["schemas"]["LocalizedRichText"];
            /** @description In the order in which people meet them. */
            needs?: components["schemas"]["Id"][];
            recipients?: components["schemas"]["Recipient"][];
        };
        Need: components["schemas"]["RecordBase"] & {
            /** @constant */
            type: "need";
            title: components["schemas"]["LocalizedString"];
            description?: components["schemas"]["LocalizedString"];
        };
        Resource: components["schemas"]["RecordBase"] & {
            /** @constant */
            type: "resource";
            title: components["schemas"]["LocalizedString"];
            /** @enum {string} */
            kind: "information" | "digital" | "other";
            status: components["schemas"]["ResourceStatus"];
        };
        ResourceStatus: {
            state: components["schemas"]["ResourceState"];
            message?: components["schemas"]["LocalizedString"];
            since?: components["schemas"]["Instant"];
            expectedUntil?: components["schemas"]["Instant"];
        };
        ServiceGroup: components["schemas"]["RecordBase"] & {
            /** @constant */
            type: "service-group";
            title: components["schemas"]["LocalizedString"];
            classifier?: string;
        };
        ServiceTemplate: components["schemas"]["RecordBase"] & {
            /** @constant */
            type: "service-template";
            title: components["schemas"]["LocalizedString"];
            summary?: components["schemas"]["LocalizedString"];
        };
        /** @description A former service that became work within another (darbs). */
        WorkItem: components["schemas"]["RecordBase"] & {
            /** @constant */
            type: "work-item";
            title: components["schemas"]["LocalizedString"];
            mergedInto: components["schemas"]["Id"];
        };
        KnowledgeEntry: components["schemas"]["RecordBase"] & {
            /** @constant */
            type: "knowledge-entry";
            /** @description The question. */
            title: components["schemas"]["LocalizedString"];
            answer: components["schemas"]["LocalizedRichText"];
            keywords?: string[];
            services?: components["schemas"]["Id"][];
            /** @description Absent: holds everywhere. */
            institutions?: components["schemas"]["Id"][];
            lifeEvents?: components["schemas"]["Id"][];
            source?: components["schemas"]["Url"];
        };
        SupportPlace: components["schemas"]["RecordBase"] & {
            /** @constant */
            type: "support-place";
            title: components["schemas"]["LocalizedString"];
            description?: components["schemas"]["LocalizedString"];
            place: components["schemas"]["SupportPlaceKind"];
            means: components["schemas"]["SupportMeans"];
            duties?: components["schemas"]["SupportDuty"][];
            /** @description Absent: for the whole country. */
            organization?: components["schemas"]["Id"];
            /** @description Absent: for every service of the organization. */
            services?: components["schemas"]["Id"][];
            /** @description Narrows what the matrix gives the place. */
            levels?: components["schemas"]["SupportLevel"][];
            hours?: components["schemas"]["OpeningHours"];
            phone?: string;
            /** Format: email */
            email?: string;
            url?: components["schemas"]["Url"];
            address?: components["schemas"]["Address"];
            languages?: string[];
            callCost?: components["schemas"]["LocalizedString"];
            /** @description Text relay for people who do not hear. */
            relay?: boolean;
            signLanguage?: boolean;
            accessibility?: components["schemas"]["LocalizedString"];
            bookingUrl?: components["schemas"]["Url"];
            /** @description What visitors may use there. */
            equipment?: components["schemas"]["LocalizedString"];
            /** @description Other organizations that help there. */
            partners?: components["schemas"]["Id"][];
            /**
             * @description With `assistant`: names of the query parameters in which `url` takes the id of the
             *     service and the question. They are filled in when a person asks for it, and not before.
             */
            handOver?: {
                service?: components["schemas"]["QueryParameter"];
                question?: components["schemas"]["QueryParameter"];
            };
        };
        /**
         * @description What a request of one kind asks for. That of a service overrides that of its institution, and
         *     this one that of the whole country; a form is taken whole and not merged.
         */
        RequestForm: components["schemas"]["RecordBase"] & {
            /** @constant */
            type: "request-form";
            kind: components["schemas"]["RequestKind"];
            title: components["schemas"]["LocalizedString"];
            description?: components["schemas"]["LocalizedString"];
            /** @description Absent: for the whole country. */
            organization?: components["schemas"]["Id"];
            /** @description Absent: for every service of the organization. */
            services?: components["schemas"]["Id"][];
            /**
             * @description False: this kind is not taken here.
             * @default true
             */
            offered?: boolean;
            /** @description Level at which such a request begins. Default: 1. */
            level?: components["schemas"]["SupportLevel"];
            attributes?: components["schemas"]["RequestAttribute"][];
        };
        /** @description One further thing that a request says. */
        RequestAttribute: {
            id: components["schemas"]["Id"];
            type: components["schemas"]["RequestAttributeType"];
            title: components["schemas"]["LocalizedString"];
            description?: components["schemas"]["LocalizedString"];
            /** @default false */
            required?: boolean;
            /** @description With `choice` and `choices`: what may be chosen. */
            values?: {
                id: components["schemas"]["Id"];
                title: components["schemas"]["LocalizedString"];
            }[];
        };
        /**
         * @description Everyday words for what the register calls by another name. Without `institution` it is the
         *     whole country's, and takes the place of the shipped entry with its id, where there is one.
         */
        Synonym: components["schemas"]["RecordBase"] & {
            /** @constant */
            type: "synonym";
            terms: components["schemas"]["SynonymTerms"];
            means: components["schemas"]["SynonymPhrases"];
            /** @description Organization that added the entry. It holds in every search all the same. */
            institution?: components["schemas"]["Id"];
        };
        /** @description Words or phrases that people type, by language (BCP 47 primary subtag), as a dictionary gives them. A phrase is met where all of its words are typed, in any order. */
        SynonymTerms: {
            [key: string]: components["schemas"]["SynonymPhrases"];
        };
        SynonymPhrases: string[];
        /** @description Everything that a result row shows, in one language. */
        ServiceCard: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["ServiceKind"];
            status: components["schemas"]["ServiceStatus"];
            title: string;
            summary?: string;
            /** @description The language in which `title` and `summary` are; Latvian stands in for the one asked for. */
            lang: string;
            /** @description The text was translated by machine. */
            machine?: boolean;
            recipients?: components["schemas"]["Recipient"][];
            /** @description Each kind once, in the order of the description. */
            channels?: components["schemas"]["ChannelKind"][];
            cost?: components["schemas"]["CardCost"];
            term?: components["schemas"]["CardTerm"];
            institution?: {
                id: components["schemas"]["Id"];
                title: string;
            };
            lifeEvents?: components["schemas"]["Id"][];
            needs?: components["schemas"]["Id"][];
            groups?: components["schemas"]["Id"][];
            template?: components["schemas"]["Id"];
            /** @description With `unified`: an entry that stands for so many institutions' instances, at least two. Title and summary are those of the unified service; recipients, channels, price, term and outage are told as far as all instances share them. `id` is that of the first instance. */
            instances?: number;
            outage?: components["schemas"]["ResourceState"];
            changedAt?: components["schemas"]["Instant"];
            hash?: components["schemas"]["Hash"];
        };
        /** @description Absent where the description tells nothing. `free`: payment rows exist and none is above zero. `fixed`: one amount. `varies`: it depends on the way of receiving. `differs`: it depends on something else, or is told in words alone. No amounts: none would be true. */
        CardCost: {
            /** @enum {string} */
            kind: "free" | "fixed" | "varies" | "differs";
            min?: number;
            max?: number;
            currency?: string;
        };
        CardTerm: {
            min?: number;
            max?: number;
            unit?: components["schemas"]["TermUnit"];
            description?: string;
        };
        FacetValue: {
            value: string;
            /** @description For values that are ids: the title of the object. */
            title?: string;
            count: number;
        };
        ServiceList: {
            items: components["schemas"]["ServiceCard"][];
            total: number;
            /** @description By name of the query parameter: `institution`, `recipient`, `lifeEvent`, `need`, `group`, `channel`, `free`. Values with most services first. */
            facets: {
                [key: string]: components["schemas"]["FacetValue"][];
            };
            next?: components["schemas"]["Cursor"];
            /** @description Where nothing answers `q` and something helps. */
            instead?: {
                /** @description A spelling that is answered. */
                q?: string;
                /** @description The services that come nearest, at most three; they meet too little of `q` to answer it. */
                items: components["schemas"]["ServiceCard"][];
            };
        };
        /**
         * @description `titles`: all that lists, facets and search by name need. `summaries`: the rest of the text that is searched and shown. `synonyms`: everyday words, of all that the register has those that lead to something in the scope.
         * @enum {string}
         */
        SearchIndexTierName: "titles" | "summaries" | "synonyms";
        SearchIndexHead: {
            checkpoint: components["schemas"]["Checkpoint"];
            /** @description Of the format. */
            version: number;
            /** @description Services in the index. */
            count: number;
            /** @description In the order in which they are wanted. */
            tiers: {
                tier: components["schemas"]["SearchIndexTierName"];
                /** @description Relative to the address of this answer. */
                href: string;
                /** @description Of the decoded bytes. */
                sha256: components["schemas"]["Hash"];
                /** @description Decoded. */
                bytes: number;
            }[];
        };
        NeedWithServices: {
            id: components["schemas"]["Id"];
            title: components["schemas"]["LocalizedString"];
            description?: components["schemas"]["LocalizedString"];
            services: components["schemas"]["Id"][];
        };
        LifeEventAnswer: components["schemas"]["LifeEvent"] & {
            derived: {
                needs: components["schemas"]["NeedWithServices"][];
                serviceCount: number;
            };
        };
        LifeEventList: {
            items: components["schemas"]["LifeEventAnswer"][];
            total: number;
        };
        ResourceStatusAnswer: {
            id: components["schemas"]["Id"];
            title: components["schemas"]["LocalizedString"];
            status: components["schemas"]["ResourceStatus"];
        };
        SupportAnswer: {
            /** @description For whom support was asked, and the situations in which people need it. */
            about: {
                service?: components["schemas"]["TitledObject"];
                institution?: components["schemas"]["TitledObject"];
                lifeEvents: components["schemas"]["TitledObject"][];
                needs: components["schemas"]["TitledObject"][];
            };
            /** @description Levels 0, 1 and 2, each with its places, the main ones first. */
            levels: {
                level: components["schemas"]["SupportLevel"];
                places: {
                    /** @description A main place of the level in the support matrix; else a secondary one. */
                    main: boolean;
                    way: components["schemas"]["SupportWay"];
                    place: components["schemas"]["SupportPlace"];
                }[];
            }[];
            /** @description Ids of the places that fulfil each of the five duties. */
            duties: {
                [key: string]: components["schemas"]["Id"][];
            };
            /**
             * @description The organizations that `partners` of the places above name, by their id now, once each.
             *     One that is not registered is left out here.
             */
            partners: components["schemas"]["SupportPartner"][];
            /** @description What is owed and nobody offers. For those who answer for it, not for visitors. */
            gaps: {
                levels: components["schemas"]["SupportLevel"][];
                ways: components["schemas"]["SupportWay"][];
                duties: components["schemas"]["SupportDuty"][];
            };
            /** @description `POST /v1/requests` is answered here. */
            takesRequests: boolean;
            /** @description Public holidays of this year and the next, in order. See `openOnHolidays`. */
            holidays: {
                date: components["schemas"]["Day"];
                title: components["schemas"]["LocalizedString"];
            }[];
        };
        SupportPartner: components["schemas"]["TitledObject"] & {
            homepage?: components["schemas"]["Url"];
            /** @description Ids of the places where it helps. */
            places: components["schemas"]["Id"][];
        };
        AnswerList: {
            items: components["schemas"]["FoundAnswer"][];
        };
        /**
         * @description The part of a description that an answer stands in.
         * @enum {string}
         */
        AnswerSection: "summary" | "cost" | "term" | "documents" | "steps" | "channels" | "result" | "appeal" | "notes";
        FoundAnswer: {
            /** @enum {string} */
            kind: "knowledge-entry" | "service";
            /** @description Of the entry or of the service. */
            id: components["schemas"]["Id"];
            /** @description The question of the entry; the title of the service. */
            title: string;
            /** @description Language of all its texts. */
            lang: string;
            /** @description The registered sentence that answers; empty where `cost` or `term` does. */
            sentence: string;
            /** @description The whole answer of an entry. */
            answer?: components["schemas"]["RichText"];
            section?: components["schemas"]["AnswerSection"];
            cost?: components["schemas"]["CardCost"];
            term?: components["schemas"]["CardTerm"];
            source?: components["schemas"]["Url"];
            /** @description The service that an entry is about; absent where it names none or several. */
            service?: components["schemas"]["TitledObject"];
        };
        TitledObject: {
            id: components["schemas"]["Id"];
            title: components["schemas"]["LocalizedString"];
        };
        /** @description With `items` or with `compact`, by the `form` that was asked for. */
        VocabularyAnswer: {
            /** @description Version of the shipped words, a point, and a digest of all entries. */
            version: string;
            items?: components["schemas"]["VocabularyEntry"][];
            /** @description With semicolons between, for each entry the words to look for instead and what people type; commas between phrases. Words are in lower case and without endings; a capital letter stands for the Latvian letter with a mark. */
            compact?: string;
        };
        VocabularyEntry: {
            id: components["schemas"]["Id"];
            terms: components["schemas"]["SynonymTerms"];
            means: components["schemas"]["SynonymPhrases"];
            institution?: components["schemas"]["Id"];
        };
        Head: {
            checkpoint: components["schemas"]["Checkpoint"];
            /** @description Objects in the scope. */
            count: number;
            /** @description Sum modulo 2^256, big-endian, of SHA-256(UTF-8 `kind/id`, 0x00, 32 hash bytes) over the objects of the scope. */
            stateHash: components["schemas"]["Hash"];
            /** @description The oldest position from which changes are still told. */
            floor: components["schemas"]["Checkpoint"];
            /** @description Version of this contract. */
            schema: string;
            /**
             * Format: date-time
             * @description A mirror: when it last heard from its source. Null in a register.
             */
            fetchedAt: string | null;
            /** @description Compact JWS (ES256) with detached content (RFC 7515, appendix F), which is the canonical JSON of count, epoch, scope, seq and stateHash. Null where no signing key is configured. */
            signature: string | null;
            licence: string;
            attribution: string;
        };
        HeadEvent: {
            checkpoint: components["schemas"]["Checkpoint"];
            /** @description Scopes that the transactions touched. */
            scopes: string[];
        };
        /** @description One entry of the change log. */
        Change: {
            seq: number;
            /** @enum {string} */
            op: "put" | "delete";
            kind: string;
            id: components["schemas"]["Id"];
            /** @description After the change; null after a `delete`. */
            hash: string | null;
            /** @description Before it; null where the scope did not hold the record. */
            prevHash: string | null;
            /** @description With `put`: the public record. Absent where a later change of the same log overtook this one. */
            record?: {
                [key: string]: unknown;
            };
            /** @description With `delete`: why. `left-scope` and `moved` mean that the record lives on elsewhere. */
            reason?: string;
        };
        ChangePage: {
            /** @description Ascending by `seq`; all changes of a transaction stand in one page. May be empty and still move the checkpoint. */
            changes: components["schemas"]["Change"][];
            /** @description Position after this page. */
            checkpoint: components["schemas"]["Checkpoint"];
            /** @description The log goes on behind this page. */
            more: boolean;
            floor: components["schemas"]["Checkpoint"];
            /** @description Objects in the scope at `checkpoint`. With the next three, what a head says: in every page without `more`, so that a reader which is caught up needs no other request. */
            count?: number;
            stateHash?: components["schemas"]["Hash"];
            /** Format: date-time */
            fetchedAt?: string | null;
            signature?: string | null;
        };
        /** @description A snapshot of a scope, as a list of parts. */
        Manifest: {
            checkpoint: components["schemas"]["Checkpoint"];
            count: number;
            stateHash: components["schemas"]["Hash"];
            schema: string;
            /** Format: date-time */
            fetchedAt: string | null;
            signature: string | null;
            licence: string;
            attribution: string;
            parts: components["schemas"]["ManifestPart"][];
        };
        ManifestPart: {
            /** @description `service/{institution}` for the services that an institution holds, `services…` where several small ones share a part, else the kind. */
            key: string;
            /** @description Relative to the address of the manifest. */
            href: string;
            /** @description Of the decoded bytes. */
            sha256: components["schemas"]["Hash"];
            /** @description Decoded. */
            bytes: number;
            count: number;
            stateHash: components["schemas"]["Hash"];
        };
        /** @description `pvp-snapshot.json`, the head of a snapshot as plain files: what the folder holds, and where. The one file of it that changes; every other one is named by its content. */
        StaticHead: {
            /** @constant */
            format: "pvp-static-snapshot";
            /** @description Of this layout; a reader refuses one that it does not know. */
            version: number;
            /** @description Origin of the register or mirror that it was taken from. Null where that has no address. */
            register: string | null;
            /** @description `all`, `institution/{id}` or `life-event/{id}`. */
            scope: string;
            checkpoint: components["schemas"]["Checkpoint"];
            count: number;
            stateHash: components["schemas"]["Hash"];
            /** @description Version of this contract. */
            schema: string;
            /** @description When the register was at this position, by its own clock. */
            fetchedAt: components["schemas"]["Instant"];
            /** @description As that of the manifest. */
            signature: string | null;
            licence: string;
            attribution: string;
            /** @description A Manifest, unsigned: the signature stands here. */
            manifest: components["schemas"]["StaticFile"];
            /** @description A SearchIndexFile. */
            searchIndex: components["schemas"]["StaticFile"];
            /** @description A VocabularyAnswer in its compact form, for search. Absent where the register has none. */
            vocabulary?: components["schemas"]["StaticFile"];
        };
        StaticFile: {
            /** @description Relative to `pvp-snapshot.json`, and below its folder. */
            href: string;
            /** @description Of the decoded bytes. */
            sha256: components["schemas"]["Hash"];
            /** @description Decoded. */
            bytes: number;
        };
        /** @description What lists, facets and search need of the records of a snapshot, so that a page answers them without its parts. */
        SearchIndexFile: {
            parts: {
                /** @description As that of a StaticFile. */
                href: string;
                sha256: components["schemas"]["Hash"];
                bytes: number;
                /** @description Records with those of their fields alone. */
                records: components["schemas"]["RecordBase"][];
            }[];
        };
        KeySet: {
            keys: {
                /** @constant */
                kty: "EC";
                /** @constant */
                crv: "P-256";
                x: string;
                y: string;
                /** @description SHA-256 thumbprint (RFC 7638). */
                kid: string;
                /** @constant */
                alg: "ES256";
                /** @constant */
                use: "sig";
            }[];
        };
        Health: {
            /** @enum {string} */
            status: "ok" | "failing";
            version: string;
            /** @enum {string} */
            store: "sqlite" | "postgresql";
            schemaVersion?: number;
            checkpoint: string;
            services?: number;
            /** @description A mirror: when it last heard from its source, and whether that answers now. */
            upstream?: {
                /** Format: date-time */
                heardAt: string | null;
                answers: boolean;
            };
            reason?: string;
        };
        /** @description Two digits of the year and eight random characters without I, L, O and U. */
        RequestNumber: string;
        RequestKindList: {
            kinds: {
                kind: components["schemas"]["RequestKind"];
                title: components["schemas"]["LocalizedString"];
                description?: components["schemas"]["LocalizedString"];
                level: components["schemas"]["SupportLevel"];
                attributes: components["schemas"]["RequestAttribute"][];
            }[];
            /** @description What is told about personal data before a request is sent. */
            notice: {
                version: string;
                text: components["schemas"]["LocalizedString"];
                url?: components["schemas"]["Url"];
            };
            limits: {
                /** @description In UTF-16 code units. */
                textLength: number;
                /** @description Files of one request. */
                attachments: number;
                /** @description Of one file. */
                attachmentBytes: number;
                mediaTypes: string[];
            };
            challenge: {
                difficulty: components["schemas"]["ChallengeDifficulty"];
            };
        };
        /** @description Leading zero bits that a proof must have. 0: no proof is asked for. */
        ChallengeDifficulty: number;
        RequestChallenge: {
            /** @description Opaque. */
            challenge: string;
            /** @constant */
            algorithm: "SHA-256";
            difficulty: components["schemas"]["ChallengeDifficulty"];
            expiresAt: components["schemas"]["Instant"];
        };
        /** @description The SHA-256 of the UTF-8 text `<challenge>.<nonce>` begins with as many zero bits as the difficulty says. */
        RequestProof: {
            challenge: string;
            nonce: string;
        };
        Upload: {
            id: components["schemas"]["Id"];
            name: string;
            /** @description As found in the content. */
            mediaType: string;
            bytes: number;
        };
        /** @description How the person wishes to be answered. Nothing of it is required. */
        RequestContact: {
            name?: string;
            /** Format: email */
            email?: string;
            phone?: string;
        };
        /** @description Values by the id of the attribute. */
        RequestAttributeValues: {
            [key: string]: string | number | boolean | components["schemas"]["Id"][];
        };
        NewRequest: {
            kind: components["schemas"]["RequestKind"];
            /** @default residents */
            profile?: components["schemas"]["Profile"];
            institutionId: components["schemas"]["Id"];
            serviceId?: components["schemas"]["Id"];
            /** @description Plain text. Markup has no meaning in it. */
            text: string;
            attributes?: components["schemas"]["RequestAttributeValues"];
            contact?: components["schemas"]["RequestContact"];
            /** @description Ids of uploads. Each belongs to one request. */
            attachments?: components["schemas"]["Id"][];
            /** @description Version of the notice on personal data that the person was shown. */
            noticeVersion: string;
            /** @description Language in which to answer. */
            lang?: string;
            proof?: components["schemas"]["RequestProof"];
            /** @description Stays empty. A form has it where people neither see nor reach it. */
            website?: string;
        };
        RequestReceipt: {
            number: components["schemas"]["RequestNumber"];
            /** @description Shows the state of the request to whoever holds it. Sent in `Authorization`, never in an address. */
            secret: string;
            receivedAt: components["schemas"]["Instant"];
        };
        /** @description What happened to a request, as far as the person who asked is told. */
        RequestStep: {
            at: components["schemas"]["Instant"];
            state: components["schemas"]["RequestState"];
            level: components["schemas"]["SupportLevel"];
            /** @description Plain text. */
            message?: string;
        };
        TrackedRequest: {
            number: components["schemas"]["RequestNumber"];
            kind: components["schemas"]["RequestKind"];
            state: components["schemas"]["RequestState"];
            level: components["schemas"]["SupportLevel"];
            delivery: components["schemas"]["RequestDelivery"];
            institutionId: components["schemas"]["Id"];
            serviceId?: components["schemas"]["Id"];
            /** @description Absent where only the institution's system keeps it. */
            text?: string;
            receivedAt: components["schemas"]["Instant"];
            changedAt: components["schemas"]["Instant"];
            attachments: {
                name: string;
                mediaType: string;
                bytes: number;
            }[];
            history: components["schemas"]["RequestStep"][];
        };
        RequestRow: {
            number: components["schemas"]["RequestNumber"];
            kind: components["schemas"]["RequestKind"];
            profile: components["schemas"]["Profile"];
            state: components["schemas"]["RequestState"];
            level: components["schemas"]["SupportLevel"];
            delivery: components["schemas"]["RequestDelivery"];
            institutionId: components["schemas"]["Id"];
            serviceId?: components["schemas"]["Id"];
            receivedAt: components["schemas"]["Instant"];
            changedAt: components["schemas"]["Instant"];
            revision: number;
        };
        RequestDetail: components["schemas"]["RequestRow"] & {
            /** @description Which kind of system works on it, `built-in` for this register. */
            backend: string;
            /** @description Its name in that system. */
            reference?: string;
            lang?: string;
            noticeVersion: string;
            text?: string;
            attributes?: components["schemas"]["RequestAttributeValues"];
            contact?: components["schemas"]["RequestContact"];
            attachments: components["schemas"]["Upload"][];
            /** @description What is still to be sent: to the system of the institution, or as a notification. */
            waiting?: {
                task: string;
                attempts: number;
                dueAt: components["schemas"]["Instant"];
                lastError?: string;
            }[];
            events: {
                at: components["schemas"]["Instant"];
                /** @description Name of a token, `requester`, `register`, or the kind of a system. */
                actor: string;
                state: components["schemas"]["RequestState"];
                level: components["schemas"]["SupportLevel"];
                /** @description What the person who asked was told. */
                message?: string;
                /** @description For the staff alone. */
                note?: string;
            }[];
        };
        NewRequestEvent: {
            state?: components["schemas"]["RequestState"];
            level?: components["schemas"]["SupportLevel"];
            /** @description To the person who asked. Plain text. */
            answer?: string;
            /** @description For the staff alone. Plain text. */
            note?: string;
        };
        FeedbackSubject: {
            /** @description An `ObjectKind`. */
            type: string;
            id: components["schemas"]["Id"];
        };
        /** @description At least one of `useful` and `suggestion`. */
        NewFeedback: {
            subject: components["schemas"]["FeedbackSubject"];
            useful?: boolean;
            suggestion?: string;
            /** @description Stays empty. */
            website?: string;
        };
        UsageReport: {
            /** @description That the element was set to. */
            institutionId?: components["schemas"]["Id"];
            events: {
                name: components["schemas"]["UsageEventName"];
                /** @default 1 */
                count?: number;
                /** @description With `search-without-result`: the words. Kept shortened, and not where they look like personal data. */
                query?: string;
            }[];
        };
        UsageAnswer: {
            since: components["schemas"]["Day"];
            until: components["schemas"]["Day"];
            /** @description Hosts whose pages embed descriptions, those with most views first. */
            hosts: {
                host: string;
                firstDay: components["schemas"]["Day"];
                lastDay: components["schemas"]["Day"];
                counts: components["schemas"]["UsageCounts"];
            }[];
            days: {
                day: components["schemas"]["Day"];
                counts: components["schemas"]["UsageCounts"];
            }[];
            /** @description Words that were searched for at least three times without a result, the most frequent first. */
            notFound: {
                query: string;
                count: number;
            }[];
            feedback: {
                subject: components["schemas"]["FeedbackSubject"];
                useful: number;
                notUseful: number;
            }[];
            /** @description The newest first, 200 at most. */
            suggestions: {
                day: components["schemas"]["Day"];
                subject: components["schemas"]["FeedbackSubject"];
                text: string;
            }[];
        };
        /** @description By `UsageEventName`; what did not happen is left out. */
        UsageCounts: {
            [key: string]: number;
        };
        /** @description The management half. It never leaves the register through an anonymous answer. */
        Management: {
            manager?: {
                name?: string;
                email?: string;
                phone?: string;
            };
            funding?: string;
            kpis?: {
                title?: string;
                target?: string;
                value?: string;
            }[];
            volumes?: {
                period?: string;
                channel?: string;
                count?: number;
            }[];
            sla?: string;
            /** @description What the service depends on. */
            resources?: components["schemas"]["Id"][];
            notes?: string;
        };
        /** @description A registered object of any kind, both halves. Judged by the schema of its `type`. */
        FullRecord: components["schemas"]["RecordBase"] & {
            management?: components["schemas"]["Management"];
        };
        RecordRow: {
            type: string;
            id: components["schemas"]["Id"];
            revision: number;
            hash: components["schemas"]["Hash"];
            title?: components["schemas"]["LocalizedString"];
            changedAt?: components["schemas"]["Instant"];
            /** @description Position of the log after the write. */
            checkpoint?: components["schemas"]["Checkpoint"];
        };
        ImportReport: {
            /** @description Records created or replaced. */
            accepted: number;
            unchanged: number;
            rejected: components["schemas"]["ImportFinding"][];
            warnings: components["schemas"]["ImportFinding"][];
        };
        ImportFinding: {
            /** @description The record's id as far as it could be read. */
            id: string | null;
            /** @description JSON Pointer into the record; empty: the record as a whole. */
            field: string;
            reason: string;
            /** @description Stable name of a warning. */
            code?: string;
            /** @description File and line where the record was found. */
            source?: string;
        };
        /** @enum {string} */
        ProblemType: "urn:pvp:problem:bad-request" | "urn:pvp:problem:not-found" | "urn:pvp:problem:gone" | "urn:pvp:problem:not-acceptable" | "urn:pvp:problem:method-not-allowed" | "urn:pvp:problem:unauthorized" | "urn:pvp:problem:forbidden" | "urn:pvp:problem:precondition-failed" | "urn:pvp:problem:precondition-required" | "urn:pvp:problem:payload-too-large" | "urn:pvp:problem:unsupported-media-type" | "urn:pvp:problem:invalid-record" | "urn:pvp:problem:too-many-requests" | "urn:pvp:problem:internal" | "urn:pvp:problem:unavailable" | "urn:pvp:problem:log-truncated" | "urn:pvp:problem:epoch-unknown" | "urn:pvp:problem:position-ahead" | "urn:pvp:problem:invalid-request" | "urn:pvp:problem:idempotency-key-reused" | "urn:pvp:problem:request-running" | "urn:pvp:problem:proof-required" | "urn:pvp:problem:conflict";
        Problem: {
            type: components["schemas"]["ProblemType"];
            title: string;
            status: number;
            detail?: string;
            /** @description The request id that the log knows. */
            instance?: string;
            errors?: components["schemas"]["ImportFinding"][];
            subject?: components["schemas"]["GoneSubject"];
            /** @description With `log-truncated` and `epoch-unknown`: the oldest position from which changes are still told. */
            floor?: components["schemas"]["Checkpoint"];
            /** @description With them: path of the snapshot to take instead. */
            snapshot?: string;
        };
        /** @description With 410: what is gone and what follows it. */
        GoneSubject: {
            id: components["schemas"]["Id"];
            title: components["schemas"]["LocalizedString"];
            statusNote?: components["schemas"]["LocalizedRichText"];
            successor?: {
                id: components["schemas"]["Id"];
                title: components["schemas"]["LocalizedString"];
            };
        };
    };
    responses: {
        /** @description The copy that the caller holds is current. */
        NotModified: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description A problem document (RFC 9457). */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Cards, best first where `q` is given, else by title in the order of the Latvian alphabet. */
        ServiceList: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceList"];
            };
        };
    };
    parameters: {
        PathId: components["schemas"]["Id"];
        /** @description An `ObjectKind`, or another kind: unknown ones are kept. */
        Kind: string;
        /** @description `all`, `institution/{id}`, `life-event/{id}` or, with a token of the institution or a national one, `audience/{id}`; the slash stands as such in the path. */
        Scope: string;
        RequestNumber: components["schemas"]["RequestNumber"];
        /** @description `all` or `institution/{id}`; the slash stands as such in the path. */
        IndexScope: string;
        Sha256: components["schemas"]["Hash"];
        /** @description Preferred content language (BCP 47). Latvian stands in where a text has none. */
        Lang: string;
        /** @description `next` of the answer before. Opaque. */
        Cursor: components["schemas"]["Cursor"];
        Limit: number;
    };
    requestBodies: never;
    headers: {
        /** @description SHA-256 of the bytes in the coding that is sent (RFC 9530). */
        ReprDigest: string;
        /** @description Digest of the representation that is sent; of the revision in the write API. */
        ETag: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listServices: {
        parameters: {
            query?: {
                /** @description Id of a holder or provider. */
                institution?: components["schemas"]["Id"][];
                profile?: components["schemas"]["Profile"];
                recipient?: components["schemas"]["Recipient"][];
                lifeEvent?: components["schemas"]["Id"][];
                need?: components["schemas"]["Id"][];
                group?: components["schemas"]["Id"][];
                channel?: components["schemas"]["ChannelKind"][];
                /** @description `true`: no payment row above zero and none that tells its price in words alone. `false`: at least one above zero. */
                free?: boolean;
                /** @description Adds `public-general` services. */
                general?: boolean;
                /** @description The instances of one unified service stand and count as one entry, in the place of the one that answers best. */
                unified?: boolean;
                /** @description Words that a person typed. */
                q?: string;
                /** @description `relevance` without `q`, and `title`: by title. Default `relevance`. */
                sort?: components["schemas"]["ServiceSort"];
                /** @description Preferred content language (BCP 47). Latvian stands in where a text has none. */
                lang?: components["parameters"]["Lang"];
                /** @description `next` of the answer before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ServiceList"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem"];
        };
    };
    getService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idOrAlias: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The description. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"];
                    "application/ld+json": Record<string, never>;
                    "application/vnd.hsds+json": Record<string, never>;
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["Problem"];
            406: components["responses"]["Problem"];
            410: components["responses"]["Problem"];
        };
    };
    listLifeEvents: {
        parameters: {
            query?: {
                institution?: components["schemas"]["Id"][];
                profile?: components["schemas"]["Profile"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All life events, in the order of their titles in Latvian. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LifeEventList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem"];
        };
    };
    getLifeEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The life event. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LifeEventAnswer"];
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["Problem"];
        };
    };
    listOrganizations: {
        parameters: {
            query?: {
                /** @description `next` of the answer before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Organizations, in the order of their titles in Latvian. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Organization"][];
                        total: number;
                        next?: components["schemas"]["Cursor"];
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem"];
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organization. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["Problem"];
        };
    };
    getResourceStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The status. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceStatusAnswer"];
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["Problem"];
        };
    };
    getSupport: {
        parameters: {
            query?: {
                service?: components["schemas"]["Id"];
                institution?: components["schemas"]["Id"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Places by level, each with its means and hours. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupportAnswer"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    listKnowledge: {
        parameters: {
            query?: {
                q?: string;
                service?: components["schemas"]["Id"];
                institution?: components["schemas"]["Id"];
                /** @description Preferred content language (BCP 47). Latvian stands in where a text has none. */
                lang?: components["parameters"]["Lang"];
                /** @description `next` of the answer before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries, best first where `q` is given, else by title. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["KnowledgeEntry"][];
                        total: number;
                        next?: components["schemas"]["Cursor"];
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem"];
        };
    };
    findAnswers: {
        parameters: {
            query?: {
                q?: string;
                service?: components["schemas"]["Id"];
                institution?: components["schemas"]["Id"];
                /** @description Preferred content language (BCP 47). Latvian stands in where a text has none. */
                lang?: components["parameters"]["Lang"];
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answers, best first. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    getVocabulary: {
        parameters: {
            query?: {
                /** @description Languages of what people type (BCP 47 primary subtags). Default is all. */
                lang?: string[];
                form?: "entries" | "compact";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The vocabulary. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VocabularyAnswer"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem"];
        };
    };
    getSearchIndex: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description `all` or `institution/{id}`; the slash stands as such in the path. */
                scope: components["parameters"]["IndexScope"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tiers as they are now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchIndexHead"];
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["Problem"];
        };
    };
    getSearchIndexTier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description `all` or `institution/{id}`; the slash stands as such in the path. */
                scope: components["parameters"]["IndexScope"];
                tier: components["schemas"]["SearchIndexTierName"];
                sha256: components["parameters"]["Sha256"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tier. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Repr-Digest": components["headers"]["ReprDigest"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["Problem"];
        };
    };
    getHead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description `all`, `institution/{id}`, `life-event/{id}` or, with a token of the institution or a national one, `audience/{id}`; the slash stands as such in the path. */
                scope: components["parameters"]["Scope"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The head. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Head"];
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    getSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description `all`, `institution/{id}`, `life-event/{id}` or, with a token of the institution or a national one, `audience/{id}`; the slash stands as such in the path. */
                scope: components["parameters"]["Scope"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The manifest. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Manifest"];
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    getChanges: {
        parameters: {
            query: {
                /** @description The position that the reader holds. */
                since: components["schemas"]["Checkpoint"];
            };
            header?: never;
            path: {
                /** @description `all`, `institution/{id}`, `life-event/{id}` or, with a token of the institution or a national one, `audience/{id}`; the slash stands as such in the path. */
                scope: components["parameters"]["Scope"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangePage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            410: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getPart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sha256: components["parameters"]["Sha256"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The part. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Repr-Digest": components["headers"]["ReprDigest"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["Problem"];
        };
    };
    getAudiencePart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                institution: components["schemas"]["Id"];
                sha256: components["parameters"]["Sha256"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The part. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Repr-Digest": components["headers"]["ReprDigest"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    getKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JSON Web Key Set (RFC 7517). */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeySet"];
                };
            };
            304: components["responses"]["NotModified"];
        };
    };
    streamEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    listRequestKinds: {
        parameters: {
            query?: {
                service?: components["schemas"]["Id"];
                institution?: components["schemas"]["Id"];
                profile?: components["schemas"]["Profile"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The kinds, in the order in which they are offered. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestKindList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    getRequestChallenge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The challenge. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestChallenge"];
                };
            };
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    createUpload: {
        parameters: {
            query: {
                /** @description Its name, without a folder. The ending is set by the content. */
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            /** @description Kept. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            400: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    createRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 200 visible ASCII characters that nobody can guess, such as a random UUID. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRequest"];
            };
        };
        responses: {
            /** @description Received. `Location` is where its state stands. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestReceipt"];
                };
            };
            /** @description Received, and on its way to the institution's system. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestReceipt"];
                };
            };
            400: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: components["parameters"]["RequestNumber"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackedRequest"];
                };
            };
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            410: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    createFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFeedback"];
            };
        };
        responses: {
            /** @description Kept. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    countUsage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsageReport"];
            };
        };
        responses: {
            /** @description Counted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    listRequests: {
        parameters: {
            query?: {
                institution?: components["schemas"]["Id"];
                kind?: components["schemas"]["RequestKind"];
                state?: components["schemas"]["RequestState"];
                level?: components["schemas"]["SupportLevel"];
                delivery?: components["schemas"]["RequestDelivery"];
                /** @description `next` of the answer before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RequestRow"][];
                        next?: components["schemas"]["Cursor"];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    getRequestDetail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: components["parameters"]["RequestNumber"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDetail"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    eraseRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: components["parameters"]["RequestNumber"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Erased. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    addRequestEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description The revision that was read. */
                "If-Match": string;
            };
            path: {
                number: components["parameters"]["RequestNumber"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRequestEvent"];
            };
        };
        responses: {
            /** @description The request after it. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDetail"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    getRequestAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: components["parameters"]["RequestNumber"];
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    exportRequests: {
        parameters: {
            query?: {
                institution?: components["schemas"]["Id"];
                since?: components["schemas"]["Day"];
                /** @description The last day. */
                until?: components["schemas"]["Day"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each line is a `RequestDetail`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    getUsage: {
        parameters: {
            query?: {
                institution?: components["schemas"]["Id"];
                /** @description Default: 30 days ago. */
                since?: components["schemas"]["Day"];
                /** @description The last day. Default: today. */
                until?: components["schemas"]["Day"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counters. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageAnswer"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    listRecords: {
        parameters: {
            query?: {
                /** @description `next` of the answer before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /** @description An `ObjectKind`, or another kind: unknown ones are kept. */
                kind: components["parameters"]["Kind"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows, by id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RecordRow"][];
                        next?: components["schemas"]["Cursor"];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    getRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An `ObjectKind`, or another kind: unknown ones are kept. */
                kind: components["parameters"]["Kind"];
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FullRecord"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    putRecord: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
                "If-None-Match"?: "*";
            };
            path: {
                /** @description An `ObjectKind`, or another kind: unknown ones are kept. */
                kind: components["parameters"]["Kind"];
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FullRecord"];
            };
        };
        responses: {
            /** @description Replaced. `ETag` is the new revision. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordRow"];
                };
            };
            /** @description Created. `ETag` is the first revision. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordRow"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    deleteRecord: {
        parameters: {
            query?: {
                /** @description Kept in the audit trail and in the change log. */
                reason?: string;
            };
            header?: {
                "If-Match"?: string;
            };
            path: {
                /** @description An `ObjectKind`, or another kind: unknown ones are kept. */
                kind: components["parameters"]["Kind"];
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Redacted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    importRecords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description An array of records, one record, or one record a line (NDJSON). */
        requestBody: {
            content: {
                "application/json": unknown;
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description What happened to each. The status stays 200 where some were rejected. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
        };
    };
    getOpenapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Able to answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Not able to answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
}
