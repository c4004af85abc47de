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
}
