// Generated from openapi/hermes-4.yaml by `pnpm generate`. Do not edit.
export interface paths {
    "/v1/chat/completions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a chat completion
         * Sends a conversation and returns the model's next message. With `stream: true` the same answer arrives piece by piece as server-sent events. `/chat/completions`, without the version, is the same operation.
         */
        post: operations["createChatCompletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the models
         * The live catalog, more than 400 models long. Each entry says what the model is; prices, modalities and capabilities come only when `include` asks for them. Values within one filter are alternatives, filters together narrow the list, upper and lower case do not matter. The answer has an `ETag`: sent back as `If-None-Match` it saves the body. `/models` and `/api/v1/models` give the same.
         */
        get: operations["listModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/model/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one model
         * One entry of the catalog, by its id or an alias. The path is singular and has no version, and the slashes of the id stay slashes.
         */
        get: operations["retrieveModel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Measure the models
         * How fast models answer at present: percentiles over the requests of the last minutes that succeeded. A model that served none is absent. The path has no version.
         */
        get: operations["getModelMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the key in use
         * The key that was used last. That need not be the key that asks: compare `prefix` with the first eight characters of yours.
         */
        get: operations["getCurrentKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the keys
         * All keys of the account, oldest first. Needs a management key, which is made in the dashboard only.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Create a key
         * Makes a regular key. The answer is the only one that ever holds the key itself. Needs a management key.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{prefix}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The first eight characters of the key, never the whole of it. */
                prefix: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a key
         * Takes a key out of use for good. Needs a management key.
         */
        delete: operations["deleteKey"];
        options?: never;
        head?: never;
        /**
         * Change a key
         * Changes what is given and leaves the rest as it is. Needs a management key. The host takes PUT for the same.
         */
        patch: operations["updateKey"];
        trace?: never;
    };
    "/v2/billing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the balance
         * What is left on the account. Needs a regular key.
         */
        get: operations["getBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/billing/detail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the balance and who pays
         * The balance, the account it belongs to and how it is topped up. Needs a regular key.
         */
        get: operations["getBillingDetail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/billing/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the transactions
         * The ledger of the account: each movement of its balance, newest first. A charge is booked after its answer was delivered, so look again before you miss one. Needs a regular key; a management key is refused.
         */
        get: operations["listTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what a key spent
         * One sum for one key over a window of time.
         */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/usage/detail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what a key spent on what
         * The sum for one key over a window of time, by model and, when asked, in groups.
         */
        get: operations["getUsageDetail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the requests
         * One row for each request of one key within a window of time, newest first. Failed requests are here too, at no cost, which is why there can be more rows than `requests` of the usage.
         */
        get: operations["listLogs"];
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
        /** A conversation and how to continue it. Only `model` and `messages` are needed. */
        ChatCompletionCreateParams: {
            /**
             * The model that answers.
             */
            model: "nousresearch/hermes-4-405b";
            /** The conversation so far, oldest message first. Together with the answer it has to fit into the context of 131,072 tokens. */
            messages: components["schemas"]["ChatCompletionMessageParam"][];
            /**
             * The most tokens the model may generate, thinking included. Set it whenever the model thinks: an answer that spends all of it on thoughts ends with `finish_reason: length` and no text.
             * @example 2048
             */
            max_completion_tokens?: number;
            /**
             * The older name of `max_completion_tokens`; hosts of this model accept either. It limits the answer, not the prompt.
             * @example 512
             */
            max_tokens?: number;
            /**
             * Send the answer as server-sent events while it is being generated.
             * @default false
             */
            stream?: boolean;
            /** Settings for `stream: true`. */
            stream_options?: components["schemas"]["ChatCompletionStreamOptions"];
            /**
             * How freely tokens are drawn: 0 takes the likeliest each time, higher values vary more. The model's authors recommend 0.6. Change this or `top_p`, rarely both.
             * @example 0.6
             */
            temperature?: number;
            /**
             * Draw only from the likeliest tokens that together reach this probability. The model's authors recommend 0.95. Note that 0 is out of range.
             * @example 0.95
             */
            top_p?: number;
            /**
             * Draw only from this many of the likeliest tokens. The model's authors recommend 20.
             * @example 20
             */
            top_k?: number;
            /**
             * Leave out tokens whose probability is below this fraction of the likeliest token's. An alternative to `top_p` and `top_k`.
             * @example 0.05
             */
            min_p?: number;
            /**
             * Leave out tokens whose probability is below this value times the square of the likeliest token's. The surer the model is, the more is left out.
             * @example 0.2
             */
            top_a?: number;
            /**
             * Makes sampling repeatable as far as the host can: the same seed with the same request should give the same answer. Note that 0 is out of range.
             * @example 42
             */
            seed?: number;
            /**
             * Makes a token less likely the more often it has appeared, which counters verbatim repetition. Negative values encourage it.
             * @example 0.5
             */
            frequency_penalty?: number | null;
            /**
             * Makes a token less likely once it has appeared at all, which steers toward new topics. Negative values hold on to the topic.
             * @example 0.5
             */
            presence_penalty?: number | null;
            /**
             * Divides the score of tokens that already appeared: above 1 discourages repetition, below 1 encourages it, 1 changes nothing. The host publishes no bounds.
             * @example 1.1
             */
            repetition_penalty?: number | null;
            /**
             * Where to end the answer: as soon as one of these texts would appear. The text itself is not returned. The host's documentation allows up to 4.
             * @example [
             *       "END",
             *       "###"
             *     ]
             */
            stop?: string | string[] | null;
            /** Return the log probability of each token of the answer. */
            logprobs?: boolean | null;
            /**
             * How many of the likeliest tokens to list at each position. Needs `logprobs: true`.
             * @example 5
             */
            top_logprobs?: number | null;
            /** The functions the model may call; the host's documentation allows up to 128. Whether native tools work depends on the host: OpenRouter rejects them for this model, and the hosted API does not list the model among those that call functions. */
            tools?: components["schemas"]["ChatCompletionFunctionTool"][];
            /** Which tool the model calls, if any. */
            tool_choice?: components["schemas"]["ChatCompletionToolChoiceOption"];
            /** Whether the model may call several tools in one turn. */
            parallel_tool_calls?: boolean;
            /** The form the answer must have. Plain text unless set. */
            response_format?: components["schemas"]["ResponseFormat"];
            /** Text you expect to see again in the answer. */
            prediction?: components["schemas"]["ChatCompletionPredictionContent"];
        };
        /** One message of the conversation. `role` says who speaks and decides which fields there are. */
        ChatCompletionMessageParam: components["schemas"]["ChatCompletionSystemMessageParam"] | components["schemas"]["ChatCompletionDeveloperMessageParam"] | components["schemas"]["ChatCompletionUserMessageParam"] | components["schemas"]["ChatCompletionAssistantMessageParam"] | components["schemas"]["ChatCompletionToolMessageParam"];
        /** Instructions that stand above the conversation. This is also where thinking is switched on: a system message with the model's deep-thinking prompt makes it reason inside `<think>` tags before it answers. */
        ChatCompletionSystemMessageParam: {
            /**
             * Marks a system message.
             */
            role: "system";
            /** The instructions, as one text or in parts. */
            content: string | components["schemas"]["ChatCompletionContentPartText"][];
            /** Tells apart several speakers with the same role. */
            name?: string;
        };
        /** Instructions from the developer of an application. The schema accepts this role, but Hermes 4 was trained on `system`; prefer that. */
        ChatCompletionDeveloperMessageParam: {
            /**
             * Marks a developer message.
             */
            role: "developer";
            /** The instructions, as one text or in parts. */
            content: string | components["schemas"]["ChatCompletionContentPartText"][];
            /** Tells apart several speakers with the same role. */
            name?: string;
        };
        /** What the person, or the program, asks. */
        ChatCompletionUserMessageParam: {
            /**
             * Marks a user message.
             */
            role: "user";
            /** The question, as one text or as parts that may include documents. */
            content: string | components["schemas"]["ChatCompletionContentPart"][];
            /** Tells apart several speakers with the same role. */
            name?: string;
        };
        /** An earlier turn of the model, replayed. Leave `content` out, rather than setting it to null, when the turn consisted of tool calls only. Leave out `reasoning_content` as well: the model does not expect its old thoughts. */
        ChatCompletionAssistantMessageParam: {
            /**
             * Marks a message of the model.
             */
            role: "assistant";
            /** What the model said, as one text or in parts. Needed unless there are `tool_calls`. */
            content?: string | (components["schemas"]["ChatCompletionContentPartText"] | components["schemas"]["ChatCompletionContentPartRefusal"])[];
            /** Tells apart several speakers with the same role. */
            name?: string;
            /** The functions the model called in this turn. Answer each with a tool message. */
            tool_calls?: components["schemas"]["ChatCompletionMessageFunctionToolCall"][];
            /** The model's refusal, if it refused. */
            refusal?: string | null;
        };
        /** What a called function returned. */
        ChatCompletionToolMessageParam: {
            /**
             * Marks the result of a tool call.
             */
            role: "tool";
            /** The result as text, often JSON. */
            content: string;
            /** The `id` of the tool call this answers. */
            tool_call_id: string;
            /** Tells apart several speakers with the same role, such as the name of the function. */
            name?: string | null;
        };
        /** A piece of a user message. */
        ChatCompletionContentPart: components["schemas"]["ChatCompletionContentPartText"] | components["schemas"]["ChatCompletionContentPartFile"];
        /** A piece of text. */
        ChatCompletionContentPartText: {
            /**
             * Marks a piece of text.
             */
            type: "text";
            /** The text. */
            text: string;
        };
        /** A document to read along with the question. The model reads text only; images are not accepted. */
        ChatCompletionContentPartFile: {
            /**
             * Marks a document.
             */
            type: "file";
            /** The document. */
            file: {
                /** The document, a PDF, encoded in base64. */
                file_data?: string;
                /** The name by which the conversation can refer to the document. */
                filename?: string;
            };
        };
        /** A refusal of the model, replayed as a piece of its message. */
        ChatCompletionContentPartRefusal: {
            /**
             * Marks a refusal.
             */
            type: "refusal";
            /** What the model said in place of an answer. */
            refusal: string;
        };
        /** What a stream contains besides the answer. */
        ChatCompletionStreamOptions: {
            /** Send the token counts in a last chunk, whose `choices` are empty. Some hosts send them in any case. */
            include_usage: boolean;
        };
        /** A tool the model may call. Functions are the only kind. */
        ChatCompletionFunctionTool: {
            /**
             * Marks a function.
             */
            type: "function";
            /** The function. */
            function: components["schemas"]["FunctionDefinition"];
        };
        /** A function, described so that the model knows when and how to call it. */
        FunctionDefinition: {
            /** The name of the function. The host's documentation allows letters, digits, underscores and dashes, up to 64 in all. */
            name: string;
            /** What the function does, in words that help the model to decide whether to call it. */
            description?: string;
            /** The arguments, as a JSON Schema of type object. */
            parameters: {
                [key: string]: unknown;
            };
            /** Ask for arguments that follow `parameters` exactly. Strict schemas may use only part of JSON Schema. */
            strict?: boolean | null;
        };
        /** Which tool the model calls. `none` means no tool, `auto` leaves it to the model, `required` means at least one, and a named function means exactly that one. Without this setting it is `auto` if there are tools and `none` otherwise. */
        ChatCompletionToolChoiceOption: ("none" | "auto" | "required") | components["schemas"]["ChatCompletionNamedToolChoice"];
        /** Makes the model call one particular function. */
        ChatCompletionNamedToolChoice: {
            /**
             * Marks a function.
             */
            type: "function";
            /** The function to call. */
            function: {
                /** Its name, as given in `tools`. */
                name: string;
            };
        };
        /** The form the answer must have. `type` decides. */
        ResponseFormat: components["schemas"]["ResponseFormatText"] | components["schemas"]["ResponseFormatJSONObject"] | components["schemas"]["ResponseFormatJSONSchema"];
        /** Plain text, as without any format. */
        ResponseFormatText: {
            /**
             * Marks plain text.
             */
            type: "text";
        };
        /** Some valid JSON object. Also ask for JSON in a message, and say which fields you want: the format alone does not tell the model. */
        ResponseFormatJSONObject: {
            /**
             * Marks any JSON object.
             */
            type: "json_object";
        };
        /** JSON that follows a schema. Not every host enforces it, so put the schema into a message as well and check the answer. */
        ResponseFormatJSONSchema: {
            /**
             * Marks JSON that follows a schema.
             */
            type: "json_schema";
            /** The schema and its name. */
            json_schema: {
                /** The name of the format. The host's documentation allows letters, digits, underscores and dashes, up to 64 in all. */
                name: string;
                /** What the format is for, in words that help the model to fill it in. */
                description?: string;
                /** The JSON Schema the answer must follow. */
                schema?: {
                    [key: string]: unknown;
                };
                /** Ask for an answer that follows the schema exactly. Strict schemas may use only part of JSON Schema. */
                strict?: boolean | null;
            };
        };
        /** Text you expect to see again in the answer, such as a file with a small change. Hosts that support it answer faster where the guess is right. */
        ChatCompletionPredictionContent: {
            /**
             * Marks predicted content.
             */
            type: "content";
            /** The expected text, as one text or in parts. */
            content: string | components["schemas"]["ChatCompletionContentPartText"][];
        };
        /** The model's answer, with what it took to produce it. */
        ChatCompletion: {
            /** The id of this answer. Its form depends on the host, often `gen-…` or `chatcmpl-…`. */
            id: string;
            /**
             * Marks a whole answer.
             */
            object: "chat.completion";
            /** When the answer was created, in seconds since 1970. */
            created: number;
            /** The model that answered. Its spelling may differ from the one in the request. */
            model: string;
            /** The answer is the first entry. A request for several answers is not possible here. */
            choices: components["schemas"]["ChatCompletionChoice"][];
            /** Token counts, if the host reports them. */
            usage?: components["schemas"]["CompletionUsage"] | null;
            /** What the answer cost, if the host reports it. */
            meta?: components["schemas"]["CompletionMeta"] | null;
            /** Identifies the host's configuration; answers to the same seed may differ when it changes. */
            system_fingerprint?: string | null;
        };
        /** One answer. */
        ChatCompletionChoice: {
            /** Its place in `choices`. */
            index: number;
            /** What the model said. */
            message: components["schemas"]["ChatCompletionMessage"];
            /**
             * Why the answer ended: `stop` and `end_turn` mean it is complete, `length` that a token limit cut it off, `tool_calls` and `function_call` that the model wants a function called, `content_filter` that something was withheld, and `error` that generation failed underway. Hosts may invent more.
             */
            finish_reason: "stop" | "length" | "tool_calls" | "content_filter" | "function_call" | "error" | "end_turn";
            /** The reason in the words of the provider behind a routing host, if passed on. */
            native_finish_reason?: string | null;
            /** Log probabilities of the tokens, if asked for with `logprobs: true`. */
            logprobs?: components["schemas"]["ChatCompletionLogprobs"] | null;
            /** What went wrong, if `finish_reason` is `error`. The HTTP status may still be 200. */
            error?: components["schemas"]["ErrorObject"] | null;
        };
        /** What the model said. */
        ChatCompletionMessage: {
            /**
             * Marks a message of the model.
             */
            role: "assistant";
            /** The text of the answer. Null when the model only called tools, or when a token limit struck while it was still thinking. Hosts that do not separate thoughts leave them here, inside `<think>` tags. */
            content: string | null;
            /** The model's thoughts before the answer, without tags; null or missing if it did not think or the host keeps them in `content`. Some hosts call this field `reasoning`. */
            reasoning_content?: string | null;
            /** What the model said in place of an answer, if it refused. */
            refusal?: string | null;
            /** Sources the answer refers to, if the host searched the web. */
            annotations?: components["schemas"]["ChatCompletionAnnotation"][] | null;
            /** Spoken output. Published for all models of the host; Hermes 4 writes only. */
            audio?: components["schemas"]["ChatCompletionAudio"] | null;
            /** The tools the model wants called. Run them and send each result as a tool message. */
            tool_calls?: components["schemas"]["ChatCompletionMessageToolCall"][] | null;
        };
        /** One call of a tool. Hermes 4 calls functions; custom tools are published for other models. */
        ChatCompletionMessageToolCall: components["schemas"]["ChatCompletionMessageFunctionToolCall"] | components["schemas"]["ChatCompletionMessageCustomToolCall"];
        /** One call of a function. */
        ChatCompletionMessageFunctionToolCall: {
            /** The id of the call, to be repeated as `tool_call_id` with the result. */
            id: string;
            /**
             * Marks the call of a function.
             */
            type: "function";
            /** The function and its arguments. */
            function: {
                /** The name of the function. */
                name: string;
                /**
                 * The arguments as JSON text, written by the model: it may be invalid or name arguments that do not exist, so check it before use.
                 * @example {"city":"Lisbon"}
                 */
                arguments: string;
            };
        };
        /** One call of a tool that takes free text. */
        ChatCompletionMessageCustomToolCall: {
            /** The id of the call, to be repeated as `tool_call_id` with the result. */
            id: string;
            /**
             * Marks the call of a custom tool.
             */
            type: "custom";
            /** The tool and its input. */
            custom: {
                /** The name of the tool. */
                name: string;
                /** What the model hands to the tool. */
                input: string;
            };
        };
        /** A web page the answer refers to. */
        ChatCompletionAnnotation: {
            /**
             * Marks a web page.
             */
            type: "url_citation";
            /** The page, and the part of the answer it belongs to. */
            url_citation: {
                /** Where that part starts in the message, counted in characters. */
                start_index: number;
                /** Where that part ends in the message, counted in characters. */
                end_index: number;
                /** The title of the page. */
                title: string;
                /** The address of the page. */
                url: string;
            };
        };
        /** Spoken output. */
        ChatCompletionAudio: {
            /** The id of the recording. */
            id: string;
            /** The recording, encoded in base64. */
            data: string;
            /** What is said. */
            transcript: string;
            /** Until when later requests can refer to the recording, in seconds since 1970. */
            expires_at: number;
        };
        /** How likely each token of the answer was. */
        ChatCompletionLogprobs: {
            /** The tokens of the text. */
            content?: components["schemas"]["ChatCompletionTokenLogprob"][] | null;
            /** The tokens of the refusal. */
            refusal?: components["schemas"]["ChatCompletionTokenLogprob"][] | null;
        };
        /** How likely a token was, and what else could have stood in its place. */
        ChatCompletionTokenLogprob: {
            /** The token, as text. */
            token: string;
            /** The natural logarithm of its probability; -9999 stands for very unlikely. */
            logprob: number;
            /** Its UTF-8 bytes. A character can be spread over several tokens; join their bytes to read it. Null if the token has none. */
            bytes: number[] | null;
            /** The likeliest tokens at this position; sometimes fewer than asked for. */
            top_logprobs?: components["schemas"]["ChatCompletionTopLogprob"][] | null;
        };
        /** A token that could have stood at a position, and how likely it was. */
        ChatCompletionTopLogprob: {
            /** The token, as text. */
            token: string;
            /** The natural logarithm of its probability; -9999 stands for very unlikely. */
            logprob: number;
            /** Its UTF-8 bytes, or null if it has none. */
            bytes?: number[] | null;
        };
        /** How many tokens a request took. */
        CompletionUsage: {
            /** Tokens of the conversation that was sent, the template around it included. */
            prompt_tokens: number;
            /** Tokens of the answer, thoughts included. */
            completion_tokens: number;
            /** Both together. */
            total_tokens: number;
            /** What the prompt consisted of. */
            prompt_tokens_details?: {
                /** Tokens of audio. */
                audio_tokens?: number | null;
                /** Tokens the host still knew from an earlier request. */
                cached_tokens?: number | null;
            } | null;
            /** What the answer consisted of. */
            completion_tokens_details?: {
                /** Tokens of the model's thoughts. They are billed like the rest of the answer. */
                reasoning_tokens?: number | null;
                /** Tokens of audio. */
                audio_tokens?: number | null;
                /** Predicted tokens that did appear in the answer. */
                accepted_prediction_tokens?: number | null;
                /** Predicted tokens that did not appear in the answer. They are billed all the same. */
                rejected_prediction_tokens?: number | null;
            } | null;
        };
        /** The hosted API's own data about an answer. */
        CompletionMeta: {
            /** What the answer cost. */
            usage?: {
                /**
                 * The cost in credits. These are not tokens; 2,000,000 credits are 1 USD.
                 * @example 292
                 */
                credits_used?: number;
                /**
                 * The cost in US dollars.
                 * @example 0.000146
                 */
                usd_spent?: number;
                /**
                 * @deprecated
                 * An older name of `credits_used`.
                 */
                tokens_used?: number;
            } | null;
        };
        /** The JSON after `data:` in one event. Nearly always a chunk; some hosts report the cost or an error in an event of its own. Lines that start with a colon are comments, and `data: [DONE]` is not JSON but the end. */
        ChatCompletionStreamEvent: components["schemas"]["ChatCompletionChunk"] | components["schemas"]["ChatCompletionCostEvent"] | components["schemas"]["ErrorBodyNested"];
        /** A piece of the answer. */
        ChatCompletionChunk: {
            /** The id of the answer, the same in every chunk. Some hosts leave it empty after the first. */
            id: string;
            /**
             * Marks a piece of an answer.
             */
            object: "chat.completion.chunk";
            /** When the answer was started, in seconds since 1970. */
            created: number;
            /** The model that answers. */
            model: string;
            /** What is new. Empty in chunks that only report usage or cost. */
            choices: components["schemas"]["ChatCompletionChunkChoice"][];
            /** Token counts of the whole answer, in one of the last chunks; null or missing before. */
            usage?: components["schemas"]["CompletionUsage"] | null;
            /** What the whole answer cost, in the last chunk. */
            meta?: components["schemas"]["CompletionMeta"] | null;
            /**
             * The class of service that handled the request, if the host has classes.
             */
            service_tier?: "auto" | "default" | "flex" | "scale" | "priority" | null;
            /** Identifies the host's configuration; answers to the same seed may differ when it changes. */
            system_fingerprint?: string | null;
            /** What went wrong, if generation failed underway. The HTTP status was 200 by then. */
            error?: components["schemas"]["ErrorObject"] | null;
        };
        /** What is new in one answer. */
        ChatCompletionChunkChoice: {
            /** Which answer is meant; 0 unless a host sends several. */
            index: number;
            /** What to append to the message. Missing or empty if there is nothing to append. */
            delta?: components["schemas"]["ChatCompletionChunkDelta"] | null;
            /**
             * Why the answer ended, in the chunk that ends it; null or missing before. The values are those of a whole answer.
             */
            finish_reason?: "stop" | "length" | "tool_calls" | "content_filter" | "function_call" | "error" | "end_turn" | null;
            /** The reason in the words of the provider behind a routing host, if passed on. */
            native_finish_reason?: string | null;
            /** Log probabilities of the new tokens, if asked for with `logprobs: true`. */
            logprobs?: components["schemas"]["ChatCompletionLogprobs"] | null;
        };
        /** What to append to the message. A field that is missing or null adds nothing. */
        ChatCompletionChunkDelta: {
            /**
             * Who speaks; usually in the first chunk only, and always `assistant` in practice.
             */
            role?: "assistant" | "user" | "system" | "developer" | "tool" | null;
            /** More of the text. A piece can end anywhere, even inside a `<think>` tag. */
            content?: string | null;
            /** More of the model's thoughts. */
            reasoning_content?: string | null;
            /** More of the refusal. */
            refusal?: string | null;
            /** More of the tool calls. */
            tool_calls?: components["schemas"]["ChatCompletionChunkToolCall"][] | null;
        };
        /** More of one tool call. Its id and name usually come first and once; the arguments follow in pieces that are valid JSON only when joined. */
        ChatCompletionChunkToolCall: {
            /** Which tool call is meant, counted from 0. */
            index: number;
            /** The id of the call. */
            id?: string | null;
            /**
             * Marks the call of a function.
             */
            type?: "function" | null;
            /** More of the function and its arguments. */
            function?: {
                /** The name of the function. */
                name?: string | null;
                /** More of the arguments, as a piece of JSON text. */
                arguments?: string | null;
            } | null;
        };
        /** An event that only says what the answer cost. The hosted API documents it with nothing but `meta`, near the end of the stream. */
        ChatCompletionCostEvent: {
            /** What the answer cost. */
            meta: components["schemas"]["CompletionMeta"];
        };
        /** Models of the catalog. */
        ModelList: {
            /**
             * Always `list`.
             */
            object?: "list";
            /** The models. */
            data: components["schemas"]["Model"][];
        };
        /** A model of the catalog. Look a name up among `id` and `aliases`, never in `id` alone. */
        Model: {
            /**
             * The model's own name.
             * @example nousresearch/hermes-4-405b
             */
            id: string;
            /**
             * Further names that requests may use.
             * @example [
             *       "hermes-4-405b"
             *     ]
             */
            aliases: string[];
            /**
             * The type of endpoint that serves the model.
             * @example openai/chat-completions
             */
            type: string;
            /** Who made the model and what it can hold. */
            info: components["schemas"]["ModelInfo"];
            /**
             * Free words about the model.
             * @example [
             *       "playground:chat"
             *     ]
             */
            tags: string[];
            /** What goes in and comes out. Only when asked for. */
            modalities?: components["schemas"]["ModelModalities"];
            /**
             * What the model can do. Only when asked for.
             * @example [
             *       "streaming"
             *     ]
             */
            capabilities?: string[];
            /** What the model costs. Only when asked for. */
            pricing?: components["schemas"]["ModelPricing"];
        };
        /** Who made a model and what it can hold. Which fields there are depends on the type of model. */
        ModelInfo: {
            /**
             * The model's name for people.
             * @example Hermes 4 405B
             */
            name: string;
            /**
             * Who made it.
             * @example Nous Research
             */
            developer: string;
            /** A few words about it. */
            description?: string;
            /**
             * The day it was released.
             * @example 2025-08-26
             */
            releasedAt?: string;
            /**
             * How many tokens prompt and answer may have together.
             * @example 131000
             */
            contextLength?: number;
            /** How many tokens an answer may have. */
            outputMax?: number;
            /** The day its training data ends. */
            cutoffAt?: string;
            /** Its page at the host; can be empty. */
            url?: string;
            /** Its page in the host's documentation. */
            docsUrl?: string;
            /** The OpenAPI document of its endpoint. */
            docsJson?: string;
        };
        /** What goes into a model and what comes out. */
        ModelModalities: {
            /**
             * What goes in.
             * @example [
             *       "text"
             *     ]
             */
            input?: string[];
            /**
             * What comes out.
             * @example [
             *       "text"
             *     ]
             */
            output?: string[];
        };
        /** What a model costs, in US dollars. Read `kind` first: `fixed` has one rate for each unit, `variants` a rate for each combination of parameters, `variable` no rate that is known beforehand. A `price` is for `per` units, and `per` differs between models: divide before you compare. */
        ModelPricing: {
            /**
             * Which of the other fields say what it costs.
             * @example fixed
             */
            kind?: "fixed" | "variants" | "variable";
            /**
             * Always USD.
             * @example USD
             */
            currency?: string;
            /** The rates of a `fixed` price. */
            units?: components["schemas"]["ModelPricingUnit"][];
            /**
             * The parameters that a `variants` price depends on.
             * @example [
             *       "resolution"
             *     ]
             */
            dimensions?: string[];
            /** The rates of a `variants` price. */
            variants?: components["schemas"]["ModelPricingVariant"][];
        };
        /** What one unit costs. */
        ModelPricingUnit: {
            /**
             * What is counted.
             * @example input
             */
            name?: string;
            /**
             * In what it is counted.
             * @example token
             */
            measure?: string;
            /**
             * The charge for `per` units, in US dollars.
             * @example 1.05
             */
            price: number;
            /**
             * How many units `price` is for.
             * @example 1000000
             */
            per: number;
            /** Where the units come from, such as `provided`, `generated` or `cached`. */
            origin?: string;
            /** Who wrote the units, `user` or `model`. */
            author?: string;
        };
        /** What a unit costs under one combination of parameters. */
        ModelPricingVariant: {
            /**
             * The combination, by parameter.
             * @example {
             *       "resolution": "720p"
             *     }
             */
            when?: Record<string, never>;
            /**
             * The charge for `per` units, in US dollars.
             * @example 0.39
             */
            price: number;
            /**
             * What is counted.
             * @example second
             */
            unit?: string;
            /**
             * How many units `price` is for.
             * @example 1
             */
            per: number;
        };
        /** How fast models answer at present. */
        ModelMetricsReport: {
            /**
             * How many seconds back the percentiles look.
             * @example 300
             */
            window_seconds: number;
            /**
             * When they were computed, in UTC.
             * @example 2026-08-19T12:00:05.000Z
             */
            generated_at: string;
            /** The models that served a request within the window. An absent model is not a slow one. */
            models: components["schemas"]["ModelMetrics"][];
        };
        /** How fast one model answers at one endpoint. */
        ModelMetrics: {
            /**
             * The model, by its id or an alias.
             * @example nousresearch/hermes-4-405b
             */
            alias: string;
            /**
             * Where it was measured.
             * @example /v1/chat/completions
             */
            endpoint: string;
            /** What was measured. A field that is absent does not apply; it is not zero. */
            metrics: {
                /** Milliseconds until the first token. */
                ttft_ms?: components["schemas"]["Percentiles"];
                /** Tokens of the answer per second. Here a higher percentile is a faster request. */
                tps?: components["schemas"]["Percentiles"];
                /** Milliseconds until the end. */
                duration_ms?: components["schemas"]["Percentiles"];
            };
        };
        /** The value below which so many of a hundred requests lie. */
        Percentiles: {
            /**
             * Half of them.
             * @example 412
             */
            p50: number;
            /**
             * Three quarters.
             * @example 588
             */
            p75: number;
            /**
             * Nine of ten.
             * @example 910
             */
            p90: number;
            /**
             * All but one of a hundred.
             * @example 2140
             */
            p99: number;
        };
        /** The keys of an account. */
        APIKeyList: {
            /** The keys, oldest first. */
            data: components["schemas"]["APIKey"][];
        };
        /** A key of the account, without its secret. */
        APIKey: {
            /**
             * What its owner calls it.
             * @example staging
             */
            name?: string | null;
            /** Whether it is refused. */
            disabled: boolean;
            /**
             * Its first eight characters.
             * @example b747e891
             */
            prefix: string;
            /** Which kinds of models it may call; all of them when null. */
            scopes?: components["schemas"]["APIKeyScope"][] | null;
            /** What it may spend; without limit when null. */
            limit?: components["schemas"]["APIKeyLimit"] | null;
            /**
             * When it was made, in UTC.
             * @example 2026-02-18T06:59:10.031Z
             */
            created_at: string;
            /**
             * When it was last changed, in UTC.
             * @example 2026-02-18T06:59:10.031Z
             */
            updated_at: string;
            /**
             * What it has spent this month, in US dollars.
             * @example 0
             */
            monthly_usage: number;
        };
        /** A new key with its secret. */
        CreatedAPIKey: components["schemas"]["APIKey"] & {
            /** The key itself. No other answer ever holds it. */
            key: string;
        };
        /** What became of a key that was to be deleted. */
        DeletedAPIKey: {
            /**
             * The first eight characters of the key.
             * @example b747e891
             */
            prefix: string;
            /** Whether it is gone. */
            deleted: boolean;
        };
        /** What a new key is called and may do. */
        APIKeyCreateParams: {
            /**
             * What its owner calls it.
             * @example staging
             */
            name?: string;
            /** What it may spend. */
            limit?: components["schemas"]["APIKeyLimit"];
            /** Which kinds of models it may call. Chat needs `model:chat`; null allows all. */
            scopes?: components["schemas"]["APIKeyScope"][] | null;
        };
        /** What changes about a key; what is left out stays. */
        APIKeyUpdateParams: {
            /**
             * What its owner calls it.
             * @example staging
             */
            name?: string;
            /** Whether it is refused. */
            disabled?: boolean;
            /** What it may spend. */
            limit?: components["schemas"]["APIKeyLimit"];
            /** Which kinds of models it may call. Chat needs `model:chat`; null allows all. */
            scopes?: components["schemas"]["APIKeyScope"][] | null;
        };
        /** What a key may spend until the count begins anew, at midnight UTC. */
        APIKeyLimit: {
            /**
             * When the count begins anew. A week begins on Monday, a month on its first day.
             * @example week
             */
            retention?: "no_reset" | "day" | "week" | "month";
            /**
             * How much it may spend, in US dollars.
             * @example 25
             */
            threshold?: number;
        };
        /**
         * A kind of models.
         */
        APIKeyScope: "model:chat" | "model:responses" | "model:image" | "model:audio" | "model:video" | "model:embeddings" | "model:speech" | "model:ocr";
        /** What is left on an account. */
        Balance: {
            /**
             * What is left, in US dollars.
             * @example 123.45
             */
            current_balance: number;
            /**
             * Always USD.
             * @example USD
             */
            currency: string;
        };
        /** An account, its balance and how it is topped up. */
        BillingDetail: {
            /**
             * The account's number.
             * @example 111
             */
            user_id: number;
            /**
             * The address of the person behind it.
             * @example user@example.com
             */
            email: string;
            /**
             * What is left, in US dollars.
             * @example 100.5
             */
            current_balance: number;
            /**
             * Always USD.
             * @example USD
             */
            currency: string;
            /** When the account is topped up by itself. */
            autotopup_settings: components["schemas"]["AutoTopUpSettings"];
        };
        /** When an account is topped up by itself. */
        AutoTopUpSettings: {
            /** Whether it is at all. */
            is_enabled?: boolean;
            /**
             * The balance below which it is, in US dollars.
             * @example 50
             */
            threshold?: number;
            /**
             * By how much, in US dollars.
             * @example 100
             */
            amount?: number;
            /**
             * Always USD.
             * @example USD
             */
            currency?: string;
        };
        /** A page of the ledger. */
        TransactionList: {
            /** The entries, newest first. */
            data: components["schemas"]["Transaction"][];
            /** Where the next page is. */
            pagination: components["schemas"]["CursorPagination"];
        };
        /** One movement of the balance. */
        Transaction: {
            /**
             * When it was booked, in UTC.
             * @example 2026-08-17T10:00:00.000Z
             */
            created_at: string;
            /** Which way the money went; the amount has no sign. */
            direction: components["schemas"]["TransactionDirection"];
            /** What it was for. */
            type: components["schemas"]["TransactionType"];
            /** How much, always above zero. */
            amount: components["schemas"]["Cost"];
            /**
             * The model that was paid for, if that was it and is known.
             * @example nousresearch/hermes-4-405b
             */
            model: string | null;
            /**
             * The `x-inference-id` of the request that was paid for, or the id of a payment; null for what has none.
             * @example V1StGXR8Z5jdHi6BmyT8k
             */
            reference_id: string | null;
        };
        /**
         * Whether money came in (`TOPUP`) or went out (`CHARGE`).
         */
        TransactionDirection: "TOPUP" | "CHARGE";
        /**
         * What moved the balance.
         */
        TransactionType: "PAYMENT" | "BONUS" | "REFUND" | "ADJUSTMENT" | "MODEL_USAGE" | "CREDITS_EXPIRED" | "INIT";
        /** An amount in both of the host's currencies. */
        Cost: {
            /**
             * In US dollars.
             * @example 0.000146
             */
            usd: number;
            /**
             * In credits, of which 2,000,000 are 1 USD.
             * @example 292
             */
            credits: number;
        };
        /** Where the next page of a ledger is. */
        CursorPagination: {
            /** Give it back as `cursor`, exactly as it is. Null on the last page. */
            next_cursor: string | null;
            /** Whether there is another page. */
            has_more: boolean;
        };
        /** What one key spent within a window of time. */
        Usage: {
            /**
             * The `key_prefix` that was asked for; null when the answer is about the key that asks.
             * @example b747e891
             */
            api_key_prefix: string | null;
            /**
             * Where the window begins, in UTC.
             * @example 2026-07-26T22:15:00.000Z
             */
            start: string;
            /**
             * Where the window ends, in UTC.
             * @example 2026-07-27T22:15:00.000Z
             */
            end: string;
            /**
             * What was spent, in US dollars. Its parts may add up to a few billionths more or less.
             * @example 13.704199
             */
            spend: number;
            /**
             * Always USD.
             * @example USD
             */
            currency: string;
            /**
             * How many requests were charged. Failed ones are not among them.
             * @example 9643
             */
            requests: number;
        };
        /** What one key spent within a window of time, and on what. */
        UsageDetail: components["schemas"]["Usage"] & {
            /** By model, the most expensive first. */
            models: components["schemas"]["ModelUsage"][];
            /** By day, by model or by both. Only with `group_by`. */
            groups?: components["schemas"]["UsageGroup"][];
        };
        /** What was spent on one model. */
        ModelUsage: {
            /**
             * The model.
             * @example nousresearch/hermes-4-405b
             */
            model: string;
            /**
             * What was spent, in US dollars.
             * @example 8.12
             */
            spend: number;
            /**
             * How many requests were charged.
             * @example 500
             */
            requests: number;
        };
        /** What was spent on one day, on one model, or on one model on one day. */
        UsageGroup: {
            /**
             * The day, which begins where `tz` says. Only when grouped by day.
             * @example 2026-07-21
             */
            day?: string;
            /**
             * The model. Only when grouped by model.
             * @example nousresearch/hermes-4-405b
             */
            model?: string;
            /**
             * What was spent, in US dollars.
             * @example 3.41
             */
            spend: number;
            /** How many tokens it took. */
            tokens: components["schemas"]["TokenCounts"];
            /** How many requests there were. `charged` is what adds up to the `requests` of the whole. */
            requests: {
                /**
                 * All of them.
                 * @example 220
                 */
                total: number;
                /**
                 * Those that cost something.
                 * @example 214
                 */
                charged: number;
                /**
                 * Those that were answered.
                 * @example 214
                 */
                succeeded: number;
                /**
                 * Those that were not, which cost nothing.
                 * @example 6
                 */
                failed: number;
            };
        };
        /** How many tokens something took; zero for models that are not paid by tokens. */
        TokenCounts: {
            /**
             * Of prompts.
             * @example 128400
             */
            input: number;
            /**
             * Of answers.
             * @example 51200
             */
            output: number;
            /**
             * Both together.
             * @example 179600
             */
            total: number;
        };
        /** A page of requests. */
        RequestLogList: {
            /** The requests, newest first. */
            data: components["schemas"]["RequestLog"][];
            /** Where in the list this page is. */
            pagination: components["schemas"]["OffsetPagination"];
        };
        /** What is kept of one request. */
        RequestLog: {
            /**
             * When it was made, in UTC.
             * @example 2026-07-02T03:04:05.000Z
             */
            created: string;
            /**
             * How it ended. A failed request costs nothing.
             */
            status: "succeeded" | "failed";
            /**
             * Where it came from.
             */
            origin: "api" | "playground";
            /**
             * The model it went to, by its full name.
             * @example nousresearch/hermes-4-405b
             */
            model: string;
            /** What it cost. */
            cost: components["schemas"]["Cost"];
            /** How many tokens it took. */
            tokens: components["schemas"]["TokenCounts"];
            /** The host's id of the HTTP call. */
            request_id: string | null;
            /**
             * The host's id of the inference: the `x-inference-id` of the answer and the `reference_id` of its charge.
             * @example 7f1d2c44-0f7e-4c0b-9f53-0f0f0b6a51c2
             */
            inference_id: string;
            /**
             * The `X-Client-Request-Id` of the request. Null means that there was none or that it is too old to tell.
             * @example order-4711:attempt-1
             */
            client_request_id: string | null;
        };
        /** Where in a list a page is. */
        OffsetPagination: {
            /**
             * How many rows a page has at most.
             * @example 50
             */
            limit: number;
            /**
             * How many rows were skipped.
             * @example 0
             */
            offset: number;
            /**
             * How many rows there are on all pages.
             * @example 1
             */
            total: number;
            /** Whether there is another page. */
            has_more: boolean;
        };
        /** The body of an error, in one of the shapes hosts are known to send. Be ready for a web page or an empty body as well. */
        ErrorBody: components["schemas"]["ErrorBodyHosted"] | components["schemas"]["ErrorBodyTitled"] | components["schemas"]["ErrorBodyNested"];
        /** **Documented.** The hosted API's usual error. */
        ErrorBodyHosted: {
            /** The id to quote when asking the host for help. */
            requestId: string;
            /** The HTTP status. A number on the wire, a string in the host's documentation. */
            statusCode: number | string;
            /** When it happened. */
            timestamp: string;
            /** The path that was requested. */
            path: string;
            /** What went wrong. */
            message: string;
        };
        /** **Seen** with status 403 when the balance is used up. */
        ErrorBodyTitled: {
            /** The name of the HTTP status. */
            title: string;
            /** The HTTP status. */
            status: number;
            /** What went wrong. */
            message: string;
        };
        /** **Seen.** The shape of the OpenAI API, which most other hosts use. */
        ErrorBodyNested: {
            /** What went wrong. */
            error: components["schemas"]["ErrorObject"];
        };
        /** What went wrong. */
        ErrorObject: {
            /** What went wrong, in words. */
            message: string;
            /** The kind of error. */
            type?: string | null;
            /** The request parameter at fault. */
            param?: string | null;
            /** A code for the error, often the HTTP status as a number. */
            code?: string | number | null;
        };
        /** **Seen.** A page written by a proxy on the way, or nothing at all. */
        ErrorPage: string;
    };
    responses: {
        /** **Documented.** The answer: one JSON object, or with `stream: true` a stream of server-sent events. The events end with `data: [DONE]` or simply with the connection. */
        Completed: {
            headers: {
                "x-inference-id": components["headers"]["InferenceId"];
                "x-client-request-id": components["headers"]["ClientRequestId"];
                "x-aimlapi-credits-used": components["headers"]["CreditsUsed"];
                "x-aimlapi-usd-spent": components["headers"]["USDSpent"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ChatCompletion"];
                "text/event-stream": components["schemas"]["ChatCompletionStreamEvent"];
            };
        };
        /** **Documented.** Nothing has changed since the answer whose `ETag` came in `If-None-Match`. There is no body. */
        NotModified: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** **Documented.** The request body does not fit the schema, or the model does not support what it asks for. The message usually says what was expected and what was received. Repeating the request does not help. */
        BadRequest: {
            headers: {
                "x-inference-id": components["headers"]["InferenceId"];
                "x-client-request-id": components["headers"]["ClientRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** **Documented.** The API key is missing, mistyped, disabled or deleted. */
        Unauthorized: {
            headers: {
                "x-inference-id": components["headers"]["InferenceId"];
                "x-client-request-id": components["headers"]["ClientRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** **Seen elsewhere only.** Other hosts of the model report an empty balance this way; the hosted API answers 403 instead. */
        PaymentRequired: {
            headers: {
                "x-inference-id": components["headers"]["InferenceId"];
                "x-client-request-id": components["headers"]["ClientRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** **Documented.** The key is valid but may not do this: the balance is used up (by far the most common case), the account needs verification, or the key lacks the scope `model:chat` or has reached its limit. */
        Forbidden: {
            headers: {
                "x-inference-id": components["headers"]["InferenceId"];
                "x-client-request-id": components["headers"]["ClientRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** **Documented** without a text. There is no such path or model, or the model was retired. OpenRouter also answers 404 when a request with `tools` reaches a model it offers without tool support. */
        NotFound: {
            headers: {
                "x-inference-id": components["headers"]["InferenceId"];
                "x-client-request-id": components["headers"]["ClientRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** **Neither documented nor seen.** The status HTTP defines for a method other than POST; this project's local server sends it. */
        MethodNotAllowed: {
            headers: {
                "x-inference-id": components["headers"]["InferenceId"];
                "x-client-request-id": components["headers"]["ClientRequestId"];
                Allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** **Seen elsewhere only.** Other hosts send it when the request took too long to arrive or to serve. */
        RequestTimeout: {
            headers: {
                "x-inference-id": components["headers"]["InferenceId"];
                "x-client-request-id": components["headers"]["ClientRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** **Seen elsewhere only.** The request body is larger than the host accepts. */
        ContentTooLarge: {
            headers: {
                "x-inference-id": components["headers"]["InferenceId"];
                "x-client-request-id": components["headers"]["ClientRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** **Neither documented nor seen.** The status HTTP defines for a body that is not JSON; this project's local server sends it. */
        UnsupportedMediaType: {
            headers: {
                "x-inference-id": components["headers"]["InferenceId"];
                "x-client-request-id": components["headers"]["ClientRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** **Seen elsewhere only.** Other hosts send it for a body that is well formed but not acceptable. */
        UnprocessableContent: {
            headers: {
                "x-inference-id": components["headers"]["InferenceId"];
                "x-client-request-id": components["headers"]["ClientRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** **Documented.** Too many requests at once or in a period. Wait, then try again. No limit is published for this endpoint. */
        TooManyRequests: {
            headers: {
                "x-inference-id": components["headers"]["InferenceId"];
                "x-client-request-id": components["headers"]["ClientRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** **Documented.** Something failed on the server, or the model is under maintenance. Try again later. */
        InternalServerError: {
            headers: {
                "x-inference-id": components["headers"]["InferenceId"];
                "x-client-request-id": components["headers"]["ClientRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/html": components["schemas"]["ErrorPage"];
            };
        };
        /** **Documented.** The server behind the gateway gave no usable answer. Try again. */
        BadGateway: {
            headers: {
                "x-inference-id": components["headers"]["InferenceId"];
                "x-client-request-id": components["headers"]["ClientRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/html": components["schemas"]["ErrorPage"];
            };
        };
        /** **Documented.** The service is overloaded or down for the moment. Try again. */
        ServiceUnavailable: {
            headers: {
                "x-inference-id": components["headers"]["InferenceId"];
                "x-client-request-id": components["headers"]["ClientRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/html": components["schemas"]["ErrorPage"];
            };
        };
        /** **Documented.** The model did not finish in time. Ask for fewer tokens, or stream, then try again. */
        GatewayTimeout: {
            headers: {
                "x-inference-id": components["headers"]["InferenceId"];
                "x-client-request-id": components["headers"]["ClientRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/html": components["schemas"]["ErrorPage"];
            };
        };
        /** **Seen elsewhere only.** Any other status, such as the 524 and 529 that OpenRouter sends when a provider times out or is overloaded. Judge it by its class: a 4xx is the request's fault, a 5xx is worth another attempt. */
        UnexpectedError: {
            headers: {
                "x-inference-id": components["headers"]["InferenceId"];
                "x-client-request-id": components["headers"]["ClientRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/html": components["schemas"]["ErrorPage"];
            };
        };
    };
    parameters: {
        /** Your own id for this request. It comes back in `x-client-request-id` and in the usage logs. A value that breaks the rule (1 to 128 of `A-Z a-z 0-9 . _ : -`) is not rejected but silently dropped, so check it first. */
        ClientRequestId: string;
        /** The `ETag` of an earlier answer. From a web page of another origin this header costs a preflight. */
        IfNoneMatch: string;
        /** What else to say of each model. The host ignores a value that it does not know, so a typo shows only in what is missing. */
        ModelInclude: ("pricing" | "modalities" | "capabilities" | "all")[];
        /** Short for `include: all`. */
        ModelDetails: true;
        /** The last hours or days, such as `24h` or `7d`, at most 92 days. Either this or `start` and `end`, never both, never neither. */
        Period: string;
        /** Where the window begins, in ISO 8601. Without an offset it is UTC, not local time. Needs `end`. */
        WindowStart: string;
        /** Where the window ends, in ISO 8601, not before `start` and at most 92 days after it. */
        WindowEnd: string;
        /** The first eight characters of the key to report on; the key that asks when left out. Another key's figures need a management key. */
        KeyPrefix: string;
        /** How many entries a page has at most. */
        PageLimit: number;
    };
    requestBodies: never;
    headers: {
        /** The host's id of this inference, sent with every response. It is the `inference_id` of the usage logs and the `reference_id` of the billing transactions. */
        InferenceId: string;
        /** The `X-Client-Request-Id` of the request, if there was a valid one. */
        ClientRequestId: string;
        /** What the answer cost, in credits (2,000,000 credits are 1 USD). Only with a JSON answer; a stream reports its cost in an event. The charge is booked after delivery, so the ledger lags behind this header. */
        CreditsUsed: number;
        /** What the answer cost in US dollars, as a decimal string. Only with a JSON answer; a stream reports its cost in an event. */
        USDSpent: string;
        /** How long to wait before another attempt, in seconds or as an HTTP date. The hosted API does not document it; honor it when it is there. */
        RetryAfter: string;
        /** The methods this path answers to. */
        Allow: string;
        /** The version of the answer. It changes with any change of the catalog. */
        ETag: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createChatCompletion: {
        parameters: {
            query?: never;
            header?: {
                /** Your own id for this request. It comes back in `x-client-request-id` and in the usage logs. A value that breaks the rule (1 to 128 of `A-Z a-z 0-9 . _ : -`) is not rejected but silently dropped, so check it first. */
                "X-Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /** The conversation and how to continue it. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChatCompletionCreateParams"];
            };
        };
        responses: {
            200: components["responses"]["Completed"];
            /** **Seen** in place of 200, with the same body, and declared by the host for other models. Treat every 2xx status as success. */
            201: components["responses"]["Completed"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    listModels: {
        parameters: {
            query?: {
                /** What else to say of each model. The host ignores a value that it does not know, so a typo shows only in what is missing. */
                include?: components["parameters"]["ModelInclude"];
                /** Short for `include: all`. */
                details?: components["parameters"]["ModelDetails"];
                /** Only models with one of these ids or aliases. */
                id?: string[];
                /** Only models served through one of these types of endpoint. */
                type?: string[];
                /** Only models with one of these tags. */
                tags?: string[];
                /** Only models that take or give one of these modalities. */
                modalities?: string[];
                /** Only models that take one of these modalities. */
                input_modalities?: string[];
                /** Only models that give one of these modalities. */
                output_modalities?: string[];
                /** Only models with one of these capabilities. */
                capabilities?: string[];
            };
            header?: {
                /** The `ETag` of an earlier answer. From a web page of another origin this header costs a preflight. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** **Documented.** The models that fit. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelList"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    retrieveModel: {
        parameters: {
            query?: {
                /** What else to say of each model. The host ignores a value that it does not know, so a typo shows only in what is missing. */
                include?: components["parameters"]["ModelInclude"];
                /** Short for `include: all`. */
                details?: components["parameters"]["ModelDetails"];
            };
            header?: {
                /** The `ETag` of an earlier answer. From a web page of another origin this header costs a preflight. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** The id or an alias of the model, slashes included. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** **Documented.** The model. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Always `model`.
                         */
                        object: "model";
                        /** The model. */
                        data: components["schemas"]["Model"];
                    };
                };
            };
            304: components["responses"]["NotModified"];
            /** **Documented.** No model has this id or alias. */
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    getModelMetrics: {
        parameters: {
            query?: {
                /** Only these models. Repeat the parameter for each; a comma is taken as part of a name, which then matches nothing. The host refuses every other parameter. */
                aliases?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** **Documented.** What was measured. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelMetricsReport"];
                };
            };
            /** **Documented.** There was a parameter other than `aliases`. */
            400: components["responses"]["BadRequest"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    getCurrentKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** **Documented.** The key that was used last. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** The key. */
                        data: components["schemas"]["APIKey"];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** **Documented.** The keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["APIKeyList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** The key is not a management key. */
            403: components["responses"]["Forbidden"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the key may do. Without it the key is unnamed and unlimited. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["APIKeyCreateParams"];
            };
        };
        responses: {
            /** **Documented.** The new key, with its secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** The new key. */
                        data: components["schemas"]["CreatedAPIKey"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** The key is not a management key. */
            403: components["responses"]["Forbidden"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    deleteKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The first eight characters of the key, never the whole of it. */
                prefix: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** **Documented.** Whether the key is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** What became of the key. */
                        data: components["schemas"]["DeletedAPIKey"];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** The key is not a management key. */
            403: components["responses"]["Forbidden"];
            /** No key of the account has this prefix. */
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    updateKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The first eight characters of the key, never the whole of it. */
                prefix: string;
            };
            cookie?: never;
        };
        /** What to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["APIKeyUpdateParams"];
            };
        };
        responses: {
            /** **Documented.** The key as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** The key. */
                        data: components["schemas"]["APIKey"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** The key is not a management key. */
            403: components["responses"]["Forbidden"];
            /** No key of the account has this prefix. */
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    getBalance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** **Documented.** The balance. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Balance"];
                };
            };
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    getBillingDetail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** **Documented.** The account. It names a person: keep it out of logs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingDetail"];
                };
            };
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    listTransactions: {
        parameters: {
            query?: {
                /** Only entries of this moment or later, in ISO 8601 with its offset. */
                from?: string;
                /** Only entries before this moment, which has to be later than `from`. */
                to?: string;
                /** Only what came in (`TOPUP`) or only what went out (`CHARGE`). */
                direction?: components["schemas"]["TransactionDirection"];
                /** Only entries of this kind. */
                type?: components["schemas"]["TransactionType"];
                /** How many entries a page has at most. */
                limit?: components["parameters"]["PageLimit"];
                /** Where to go on: the `next_cursor` of the page before, exactly as it came. The host refuses one that was decoded and encoded again. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** **Documented.** One page of the ledger. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionList"];
                };
            };
            /** **Documented.** A moment without its offset, a range that ends before it begins, an unknown parameter, or a cursor that is not as it was issued. */
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** **Documented.** The key is a management key. */
            403: components["responses"]["Forbidden"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    getUsage: {
        parameters: {
            query?: {
                /** The last hours or days, such as `24h` or `7d`, at most 92 days. Either this or `start` and `end`, never both, never neither. */
                period?: components["parameters"]["Period"];
                /** Where the window begins, in ISO 8601. Without an offset it is UTC, not local time. Needs `end`. */
                start?: components["parameters"]["WindowStart"];
                /** Where the window ends, in ISO 8601, not before `start` and at most 92 days after it. */
                end?: components["parameters"]["WindowEnd"];
                /** The first eight characters of the key to report on; the key that asks when left out. Another key's figures need a management key. */
                key_prefix?: components["parameters"]["KeyPrefix"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** **Documented.** The sum. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
            /** **Documented.** No window, two windows, one of more than 92 days, or `group_by` or `tz`. */
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** **Documented.** The prefix is another key's, and the key that asks is not a management key. */
            403: components["responses"]["Forbidden"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    getUsageDetail: {
        parameters: {
            query?: {
                /** The last hours or days, such as `24h` or `7d`, at most 92 days. Either this or `start` and `end`, never both, never neither. */
                period?: components["parameters"]["Period"];
                /** Where the window begins, in ISO 8601. Without an offset it is UTC, not local time. Needs `end`. */
                start?: components["parameters"]["WindowStart"];
                /** Where the window ends, in ISO 8601, not before `start` and at most 92 days after it. */
                end?: components["parameters"]["WindowEnd"];
                /** The first eight characters of the key to report on; the key that asks when left out. Another key's figures need a management key. */
                key_prefix?: components["parameters"]["KeyPrefix"];
                /** Adds `groups` to the answer, one for each day, for each model, or for each of both. */
                group_by?: "day" | "model" | "day,model";
                /** Where days begin when they are grouped: the name of a time zone exactly as IANA spells it. An offset such as `+05:00` and another case such as `utc` are refused. UTC when left out. */
                tz?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** **Documented.** The sum and its parts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageDetail"];
                };
            };
            /** **Documented.** No window, two windows, one of more than 92 days, or an unknown time zone. */
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** **Documented.** The prefix is another key's, and the key that asks is not a management key. */
            403: components["responses"]["Forbidden"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    listLogs: {
        parameters: {
            query?: {
                /** The last hours or days, such as `24h` or `7d`, at most 92 days. Either this or `start` and `end`, never both, never neither. */
                period?: components["parameters"]["Period"];
                /** Where the window begins, in ISO 8601. Without an offset it is UTC, not local time. Needs `end`. */
                start?: components["parameters"]["WindowStart"];
                /** Where the window ends, in ISO 8601, not before `start` and at most 92 days after it. */
                end?: components["parameters"]["WindowEnd"];
                /** The first eight characters of the key to report on; the key that asks when left out. Another key's figures need a management key. */
                key_prefix?: components["parameters"]["KeyPrefix"];
                /** Only requests to these models, by their full name or a bare alias, letter for letter. Repeat the parameter for each; a comma is taken as part of a name, which then matches nothing. */
                model?: string[];
                /** Only requests that ended so. Repeat the parameter for both; a list with a comma is refused. */
                status?: ("succeeded" | "failed")[];
                /** How many entries a page has at most. */
                limit?: components["parameters"]["PageLimit"];
                /** How many rows to skip. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** **Documented.** One page of rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestLogList"];
                };
            };
            /** **Documented.** No window, two windows, one of more than 92 days, or an unknown status. */
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** **Documented.** The prefix is another key's, and the key that asks is not a management key. */
            403: components["responses"]["Forbidden"];
            /** **Documented.** The prefix is none of the account's, or out of the key's reach. */
            404: components["responses"]["NotFound"];
            /** **Documented.** More than 200 requests in 60 seconds. */
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
}
