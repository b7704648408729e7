// Written by `npm run api` from the server's /openapi.json. Not edited by hand.
export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the database answers */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This description */
        get: operations["openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_clock"];
        put: operations["move_clock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_demo_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/urgent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a page that needs neither script nor sign-in */
        get: operations["get_urgent_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell the psychologist and the duty, at any hour */
        post: operations["raise_alert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own bookings, newest first */
        get: operations["list_bookings"];
        put?: never;
        /** Hold a slot and open its order (HAR-3.2b) */
        post: operations["book_slot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An own booking */
        get: operations["get_booking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the services of a session count as accepted, and until when a claim may come */
        get: operations["read_acceptance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{id}/breaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report a suspected breach of the offer; nothing follows by itself */
        post: operations["report_breach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel; without a preview the instant of receipt decides */
        post: operations["cancel_booking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{id}/cancellation/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a cancellation now would return, and a promise of it (HAR-3.7e) */
        get: operations["preview_cancellation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{id}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A claim against a session, written and with reasons (HAR-3.10b) */
        post: operations["file_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{id}/equipment-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["check_equipment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{id}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_feedback"];
        put?: never;
        /** What the client says after a held session (HAR-3.11a) */
        post: operations["give_feedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the two wrote to each other in the room */
        get: operations["get_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{id}/move/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What moving to that time would mean, and a promise of it */
        get: operations["preview_move"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move in time (HAR-3.7d), or ask the other side (HAR-3.7c) */
        post: operations["move_booking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{id}/moves/{move_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree to a move that was asked for, or decline */
        post: operations["answer_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{id}/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest attempt to pay; poll it for redirect_url */
        get: operations["get_payment"];
        put?: never;
        /** Begin the payment of a held booking */
        post: operations["pay_booking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_presence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{id}/relay-access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_relay_access"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{id}/remedy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the refund, another time, or a free repeat */
        post: operations["choose_remedy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{id}/room": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** WebSocket */
        get: operations["room"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/brand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The business and its rules at a glance */
        get: operations["get_brand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The topics of the business, in the order in which they are shown */
        get: operations["list_topics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_claims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_claim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask that another person decides again */
        post: operations["appeal_ruling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole case as a ZIP whose hash list is signed: paper, data, files */
        get: operations["export_claim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A picture or PDF that belongs to the case; its parts come after */
        post: operations["announce_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/files/{file}/parts/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** One part, counted from 1; the same part twice is once */
        put: operations["send_file_part"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["write_in_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/crisis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who helps at once, the country of the caller first */
        get: operations["get_crisis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feedback/{id}/name-consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Agree that this feedback is published with this name (HAR-3.11b) */
        put: operations["consent_to_name"];
        post?: never;
        /** Withdraw it: what was published with it is public no more */
        delete: operations["withdraw_name_consent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Group events that are to come or were today */
        get: operations["list_groups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_group"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{id}/registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["register_for_group"];
        delete: operations["withdraw_from_group"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{id}/room": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** WebSocket */
        get: operations["group_room"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_my_acceptances"];
        put?: never;
        post: operations["accept_edition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["access_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/contract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the contract stands, what was decided and by which clause */
        get: operations["my_contract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/contract/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the contract (HAR-4.4.3c) */
        post: operations["end_contract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/contract/end/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each session ahead would be worth if the contract ended now, and a promise of it */
        get: operations["preview_contract_end"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["own_data"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/disclosures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asked for one's data, and was given it */
        get: operations["my_disclosures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/disclosures/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["answer_disclosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/email/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["prove_email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every change of one's own record */
        get: operations["my_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/news-choice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_news_choice"];
        /** Opt in to news by e-mail or SMS, or out of them (HAR-4.1.2a) */
        put: operations["choose_news"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is owed to the caller */
        get: operations["list_my_obligations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/questionnaire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_questionnaire"];
        put: operations["save_questionnaire"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["change_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** News of the business, newest first */
        get: operations["list_news"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices/{id}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["read_notice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every published edition */
        get: operations["list_offers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers/{document}/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One edition, by its paragraphs */
        get: operations["get_offer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers/{document}/{version}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a published edition changed against the one before it (HAR-4.2.3a) */
        get: operations["list_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers/{document}/{version}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The exact bytes that are accepted */
        get: operations["download_offer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outages/{id}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The certificate, for the other party: whoever has a contract with the business */
        get: operations["read_certificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/practice/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own bookings and exceptions */
        get: operations["get_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/practice/duration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Length of new slots, at least 50 minutes (HAR-1.session.c) */
        put: operations["set_duration"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/practice/exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a time out of the hours, or add one */
        post: operations["add_exception"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/practice/exceptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove an exception */
        delete: operations["remove_exception"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/practice/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Weekly hours and length of sessions */
        get: operations["get_hours"];
        /** Set the hours of every week; what was sold stands */
        put: operations["set_hours"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/practice/money": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a specialist has earned, what is expected, and every movement of it */
        get: operations["get_practice_money"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A question about the service (HAR-4.1.6a) */
        post: operations["ask_question"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_sessions"];
        put?: never;
        post: operations["sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["end_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["request_sign_in_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/specialists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is offered now, with their nearest slots */
        get: operations["list_specialists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/specialists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public page of a specialist */
        get: operations["get_specialist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/specialists/{id}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Free slots by start */
        get: operations["list_slots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["sign_in_staff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_alerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/astrology": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be drafted, and in which languages */
        get: operations["get_astrology"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit chain, newest first */
        get: operations["list_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All bookings, newest first; no sealed data */
        get: operations["list_staff_bookings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/bookings/{id}/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A client's notice that came by phone or e-mail; the time of its receipt decides (HAR-4.2.1b) */
        post: operations["enter_cancellation_notice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/bookings/{id}/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the price back though a clause keeps it; above the brand's sum a second person must agree */
        post: operations["request_override"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/breaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Newest first; no sealed data */
        get: operations["list_breaches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/breaches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Account, evidence, ruling and demand; each opened text leaves an audit row */
        get: operations["read_breach"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/breaches/{id}/demand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Demand the penalty; nothing is debited (HAR-6.2f) */
        post: operations["demand_penalty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/breaches/{id}/demand/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["end_demand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/breaches/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["add_evidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/breaches/{id}/ruling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** By another person than the one who recorded it */
        post: operations["rule_on_breach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a person must look at: money that did not come or go as it should */
        get: operations["list_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/cases/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A person has looked at it */
        post: operations["close_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/charts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The chart of a birth with its wheel; nothing is kept */
        post: operations["compute_chart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Claims and questions of one state, by the instant of the answer; no sealed data */
        get: operations["list_staff_claims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/claims/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole case with the record of the session (HAR-3.10c); leaves an audit row */
        get: operations["read_staff_claim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/claims/{id}/court": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A dispute that talking did not settle, with the note that closes it (HAR-6.7a) */
        post: operations["mark_claim_in_court"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/claims/{id}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leaves an audit row and opens the archive to the caller for ten minutes */
        post: operations["ask_for_claim_archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/claims/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["announce_staff_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/claims/{id}/files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of the case; leaves an audit row */
        get: operations["read_staff_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/claims/{id}/files/{file}/parts/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["send_staff_file_part"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/claims/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["answer_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/claims/{id}/rulings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide a claim, or the appeal against a decision */
        post: operations["rule_on_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_decisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/disclosures/{id}/execution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives the data out, once; refused without consent where no law demands it */
        post: operations["disclose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/draft-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the deny-list finds in a text; nothing is kept */
        post: operations["check_wording"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/drafts/election": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Facts, findings and draft; nothing is kept */
        post: operations["draft_election"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/drafts/election.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The dates of the same draft as a calendar */
        post: operations["draft_election_ics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/drafts/election.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same draft as a document */
        post: operations["draft_election_pdf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/drafts/express_answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Facts, findings and draft; nothing is kept */
        post: operations["draft_express_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/drafts/express_answer.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The dates of the same draft as a calendar */
        post: operations["draft_express_answer_ics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/drafts/express_answer.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same draft as a document */
        post: operations["draft_express_answer_pdf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/drafts/money": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Facts, findings and draft; nothing is kept */
        post: operations["draft_money"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/drafts/money.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The dates of the same draft as a calendar */
        post: operations["draft_money_ics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/drafts/money.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same draft as a document */
        post: operations["draft_money_pdf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/drafts/natal_base": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Facts, findings and draft; nothing is kept */
        post: operations["draft_natal_base"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/drafts/natal_base.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The dates of the same draft as a calendar */
        post: operations["draft_natal_base_ics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/drafts/natal_base.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same draft as a document */
        post: operations["draft_natal_base_pdf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/drafts/sun_actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Facts, findings and draft; nothing is kept */
        post: operations["draft_sun_actions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/drafts/sun_actions.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The dates of the same draft as a calendar */
        post: operations["draft_sun_actions_ics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/drafts/sun_actions.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same draft as a document */
        post: operations["draft_sun_actions_pdf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_claim_archive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/feedback/{id}/testimony": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish feedback with its author's name, on separate consent (HAR-3.11b) */
        post: operations["publish_testimony"];
        delete: operations["withdraw_testimony"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/feedback/research": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Feedback of one month without who, when and which session (HAR-3.11b) */
        get: operations["export_feedback_for_research"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A group event with its speakers */
        post: operations["appoint_group"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/groups/{id}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who was there and when */
        get: operations["group_attendance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/groups/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["cancel_group"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/groups/{id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** To another hour, before its door opens; everybody is told */
        post: operations["move_group"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/handover-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notes of the shifts before, newest first; each one opened leaves an audit row */
        get: operations["list_handover_notes"];
        put?: never;
        /** A note to the next shift, about a person or about nobody in particular */
        post: operations["write_handover_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/handover-notes/{id}/taking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** I take it over */
        post: operations["take_handover_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/history/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every change of a booking, an order, a payment, a refund or a person: who, when, before, after */
        get: operations["read_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that is to be done later, and what became of it */
        get: operations["list_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a failed job again */
        post: operations["retry_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Transactions of the ledger, newest first */
        get: operations["list_ledger_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/ledger/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts whose balance is not zero */
        get: operations["list_ledger_balances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** News for every account, and outside of it for those who opted in (HAR-4.1.2a) */
        post: operations["publish_news"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that the business owes, the earliest due first */
        get: operations["list_obligations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/obligations/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many open promises fall due on each of 14 days */
        get: operations["count_obligations_by_day"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every edition, those that lie ready too, with who published it when (HAR-4.3.7a) */
        get: operations["list_staff_offers"];
        put?: never;
        post: operations["publish_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/offers/{document}/{version}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What publishing this edition would change, and for how many */
        get: operations["preview_publication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One order with its payments, refunds, history, cases and postings */
        get: operations["get_staff_order"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/outages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_outages"];
        put?: never;
        /** Planned work, a failure or force majeure; its sessions are found and told */
        post: operations["open_outage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/outages/{id}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_certificate_files"];
        put?: never;
        /** The official certificate of a force majeure; its parts come after (HAR-7.3a) */
        post: operations["announce_certificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/outages/{id}/certificate/{file}/parts/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["send_certificate_part"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/outages/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["close_outage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/outages/{id}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["give_outage_paper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/outages/{id}/prolongation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A force majeure lasts longer than was expected; its sessions are found and told */
        post: operations["prolong_outage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/outages/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sessions that such an outage would touch, and what their two would be told */
        get: operations["preview_outage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_outbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Newest first; no sealed data */
        get: operations["list_overrides"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/overrides/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** With the reasons of both; opening them leaves an audit row */
        get: operations["read_override"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/overrides/{id}/finding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The word of another person than the one who asked */
        post: operations["find_on_override"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_person"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/people/{id}/age-flag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["clear_age_flag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/people/{id}/block": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["block_person"];
        delete: operations["unblock_person"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/people/{id}/breaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["record_breach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/people/{id}/contract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["read_contract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/people/{id}/contract/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the contract; sessions ahead are refunded */
        post: operations["end_contract_by_provider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/people/{id}/contract/end/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["preview_contract_end_by_provider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/people/{id}/contract/letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A client's letter that ends the contract, with the time of its receipt (HAR-4.4.3a) */
        post: operations["enter_end_letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/people/{id}/disclosures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_disclosures"];
        put?: never;
        /** A third party asks for data of this person: by consent, or by law (HAR-4.1.4a) */
        post: operations["register_disclosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/people/{id}/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["correct_email"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/people/{id}/restriction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shut a client out; sessions ahead are refunded */
        post: operations["restrict_client"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/people/{id}/restriction/lifting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** As unfounded: forfeits are refunded (HAR-4.2.16c) */
        post: operations["lift_restriction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/people/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything there was with one person, the newest first, each entry with its clause */
        get: operations["read_person_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/people/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["search_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Places of the atlas by name */
        get: operations["find_places"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish a price from now or a later instant on (HAR-5.2a) */
        post: operations["publish_price"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/security-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Refused attempts and accesses, the newest first, without the addresses */
        get: operations["list_security_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/security-log/{id}/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The IP address of one line; leaves an audit row that the person sees */
        get: operations["open_address"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/specialists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All profiles, published or not */
        get: operations["list_staff_specialists"];
        put?: never;
        /** Give a specialist's account a public profile */
        post: operations["add_specialist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/specialists/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish a profile (HAR-1.specialist.a, b, c) */
        post: operations["publish_specialist"];
        /** Take a profile out of the catalogue */
        delete: operations["withdraw_specialist"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/specialists/{id}/qualification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Record what was verified, or that it no longer counts (HAR-2.2b) */
        put: operations["record_qualification"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Count the clients and publish what may be published (HAR-4.3.8b) */
        post: operations["publish_statistics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/testimonies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Feedback whose authors agreed to be named, published or not */
        get: operations["list_consented_feedback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The past decided again under other terms; nothing is written */
        get: operations["ask_what_if"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published figures by age band: topic, sex and emotional state; no group below the least size */
        get: operations["get_statistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the service works, and when it will not */
        get: operations["get_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/testimonies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Feedback whose authors agreed to be named */
        get: operations["list_testimonies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/unsubscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the news that the link came with; the link is all it takes */
        post: operations["unsubscribe"];
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
        Abilities: {
            cancel: boolean;
            join: boolean;
            move: boolean;
            pay: boolean;
        };
        AcceptanceAnswer: {
            /** Format: date-time */
            accepted_at: string;
            content_hash: string;
            document: string;
            id: string;
            language: string;
            version: string;
        };
        AcceptancesAnswer: {
            confirmations: components["schemas"]["ConfirmationAnswer"][];
            items: components["schemas"]["AcceptanceAnswer"][];
        };
        AcceptanceView: {
            /** Format: date-time */
            accepted_at?: string;
            claim?: string;
            /** Format: date-time */
            claims_until?: string;
            clause: components["schemas"]["Clause"];
            may_claim: boolean;
            /** @enum {string} */
            state: "awaiting" | "disputed" | "accepted" | "not_accepted";
        };
        AcceptBody: {
            accepts: boolean;
            content_hash: string;
            document: string;
            language: string;
            version: string;
        };
        AccessLog: {
            /** Format: int64 */
            next_before?: number;
            reads: components["schemas"]["AccessRead"][];
        };
        AccessRead: {
            action: string;
            /** Format: date-time */
            at: string;
            purpose?: string;
            /** @enum {string} */
            role?: "visitor" | "client" | "specialist" | "support" | "finance" | "administrator";
            what: string;
            who: string;
        };
        AddressView: {
            address?: string;
        };
        AlertAnswer: {
            contacts: components["schemas"]["ContactView"][];
            duty_told: boolean;
            id: string;
            specialist_told: boolean;
        };
        AlertBody: {
            /** @enum {string} */
            kind: "urgent" | "condition";
            words?: string;
        };
        AnswerBody: {
            consents: boolean;
        };
        AppealView: {
            /** Format: date-time */
            at: string;
            text?: string;
        };
        AspectView: {
            applying: boolean;
            first: string;
            kind: string;
            name: string;
            orb_minutes: number;
            second: string;
        };
        AttendanceList: {
            items: components["schemas"]["AttendanceView"][];
        };
        AttendanceView: {
            /** @enum {string} */
            part: "speaker" | "viewer";
            person: string;
            /** Format: int64 */
            seconds: number;
            spans: components["schemas"]["SpanView"][];
        };
        AuditPage: {
            /** Format: int64 */
            next_before?: number;
            rows: components["schemas"]["AuditRowView"][];
        };
        AuditRowView: {
            action: string;
            actor?: string;
            /** Format: date-time */
            at: string;
            hash: string;
            object: string;
            purpose?: string;
            /** Format: int64 */
            seq: number;
            subject?: string;
        };
        BalancesPage: {
            items: components["schemas"]["BalanceView"][];
            next?: string;
        };
        BalanceView: {
            amount: components["schemas"]["Money"];
            kind: string;
            owner: string;
        };
        BirthBody: {
            /** @enum {string} */
            choice?: "earlier" | "later";
            date: string;
            latitude?: string;
            longitude?: string;
            offset?: string;
            offset_reason?: string;
            place: string;
            time?: string;
            uncertainty_minutes?: number;
            zone?: string;
        };
        BirthView: {
            /** Format: date-time */
            at: string;
            cautions: string[];
            offset: string;
            place: string;
            time_known: boolean;
        };
        Board: {
            items: components["schemas"]["PromiseView"][];
            next?: string;
            /** Format: int64 */
            overdue: number;
        };
        BookingBody: {
            confirms_safety?: boolean;
            specialist_id: string;
            /** Format: date-time */
            starts_at: string;
        };
        BookingList: {
            bookings: components["schemas"]["BookingView"][];
            next_cursor?: string;
        };
        BookingPayment: {
            amount: components["schemas"]["Money"];
            /** Format: date-time */
            expires_at: string;
            reason?: string;
            redirect_url?: string;
            state: string;
        };
        BookingView: {
            can: components["schemas"]["Abilities"];
            cancellation?: components["schemas"]["CancellationView"];
            client?: components["schemas"]["ClientName"];
            /** Format: int64 */
            duration_minutes: number;
            /** Format: date-time */
            ends_at: string;
            equipment_check?: components["schemas"]["EquipmentView"];
            /** Format: date-time */
            hold_expires_at?: string;
            id: string;
            moves: components["schemas"]["MoveView"][];
            order: components["schemas"]["OrderMoney"];
            outcome?: components["schemas"]["OutcomeView"];
            partner_terms?: components["schemas"]["PartnerTermsView"];
            price: components["schemas"]["Money"];
            refund_deadline?: components["schemas"]["DeadlineView"];
            refundable_now: boolean;
            remedy?: components["schemas"]["RemedyView"];
            repeat_of?: string;
            /** Format: date-time */
            room_opens_at: string;
            specialist: components["schemas"]["SpecialistName"];
            /** Format: date-time */
            starts_at: string;
            /** @enum {string} */
            state: "held" | "confirmed" | "cancelled" | "finished" | "expired" | "released";
            terms_version: string;
            warning?: components["schemas"]["PayWarningView"];
            zone_of_business: string;
        };
        BrandAnswer: {
            account_blocks: ("sign_in_sessions" | "voluntary_answers")[];
            currency: string;
            default_language: string;
            documents: components["schemas"]["EditionAnswer"][];
            domain: string;
            emergency_phone: string;
            equipment?: components["schemas"]["EquipmentAnswer"];
            groups?: components["schemas"]["GroupsAnswer"];
            id: string;
            languages: string[];
            /** Format: int64 */
            min_age_years?: number;
            name: string;
            /** Format: int64 */
            otp_digits: number;
            payment_service: components["schemas"]["PaymentServiceAnswer"];
            provider: components["schemas"]["ProviderAnswer"];
            psychiatry?: boolean;
            /** Format: int64 */
            room_opens_minutes: number;
            sandbox: boolean;
            /** Format: int64 */
            slot_hold_minutes: number;
            support_hours?: components["schemas"]["SupportHoursAnswer"];
            theme: components["schemas"]["ThemeAnswer"];
            topics: components["schemas"]["TopicAnswer"][];
            voluntary?: components["schemas"]["VoluntaryAnswer"];
            zone: string;
        };
        BreachBody: {
            account: string;
            code: string;
            evidence?: components["schemas"]["EvidenceBody"];
        };
        BreachFile: {
            account?: string;
            breach: components["schemas"]["BreachView"];
            client_id: string;
            evidence: components["schemas"]["EvidenceView"][];
            recorded_by: string;
            ruled_by?: string;
        };
        BreachLine: {
            breach: components["schemas"]["BreachView"];
            client_id: string;
        };
        BreachPage: {
            breaches: components["schemas"]["BreachLine"][];
            next_cursor?: string;
        };
        BreachView: {
            code: string;
            demand?: components["schemas"]["DemandView"];
            forfeited: components["schemas"]["Money"];
            id: string;
            paragraph?: components["schemas"]["Clause"];
            /** Format: date-time */
            recorded_at: string;
            ruling?: components["schemas"]["RulingView"];
        };
        CalendarBooking: {
            client_name: string;
            /** Format: date-time */
            ends_at: string;
            id: string;
            paid: components["schemas"]["Money"];
            /** Format: date-time */
            starts_at: string;
            /** @enum {string} */
            state: "held" | "confirmed" | "cancelled" | "finished" | "expired" | "released";
        };
        CancellationBody: {
            accepts_no_refund?: boolean;
            preview?: string;
        };
        CancellationView: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            by: "client" | "specialist" | "provider";
            clause: components["schemas"]["Clause"];
            /** Format: date-time */
            effective_at?: string;
            refund: components["schemas"]["Money"];
        };
        CancelPreviewView: {
            /** Format: date-time */
            choice_until?: string;
            clause: components["schemas"]["Clause"];
            /** Format: date-time */
            effective_at?: string;
            /** Format: date-time */
            expires_at: string;
            in_time: boolean;
            preview: string;
            /** Format: date-time */
            received_at: string;
            refund: components["schemas"]["Money"];
            rests_on: components["schemas"]["Clause"][];
            steps: components["schemas"]["Step"][];
        };
        CaseAbilities: {
            appeal: boolean;
            attach: boolean;
            write: boolean;
        };
        CaseLine: {
            /** Format: date-time */
            answer_by: string;
            booking_id?: string;
            /** @enum {string} */
            category?: "technical_connection" | "specialist_late" | "specialist_absent" | "under_delivered" | "other" | "dissatisfaction";
            id: string;
            /** Format: int64 */
            number: number;
            /** Format: date-time */
            received_at: string;
            /** @enum {string} */
            standing: "disputed" | "feedback" | "request" | "question";
            /** @enum {string} */
            state: "open" | "answered" | "ruled" | "appealed" | "final";
        };
        CaseList: {
            claims: components["schemas"]["CaseLine"][];
        };
        CasesPage: {
            items: components["schemas"]["StaffCase"][];
            next?: string;
        };
        CaseView: {
            /** Format: date-time */
            answer_by: string;
            appeal?: components["schemas"]["AppealView"];
            /** Format: date-time */
            appeal_until?: string;
            booking_id?: string;
            can: components["schemas"]["CaseAbilities"];
            /** @enum {string} */
            category?: "technical_connection" | "specialist_late" | "specialist_absent" | "under_delivered" | "other" | "dissatisfaction";
            clause: components["schemas"]["Clause"];
            court?: components["schemas"]["CourtView"];
            files: components["schemas"]["FileView"][];
            id: string;
            messages: components["schemas"]["MessageView"][];
            /** Format: int64 */
            number: number;
            /** Format: date-time */
            received_at: string;
            rulings: components["schemas"]["ClaimsRulingView"][];
            /** @enum {string} */
            standing: "disputed" | "feedback" | "request" | "question";
            /** @enum {string} */
            state: "open" | "answered" | "ruled" | "appealed" | "final";
            text?: string;
        };
        CellView: {
            findings: string[];
            label: string;
            level: string;
            text: string;
        };
        CertificateBody: {
            name: string;
            /** Format: int64 */
            size_bytes: number;
            text: string;
        };
        CertificateFiles: {
            items: components["schemas"]["FileView"][];
        };
        CertificateSending: {
            file: components["schemas"]["FileView"];
            /** Format: int64 */
            part_bytes: number;
            /** Format: int64 */
            parts: number;
        };
        Challenge: {
            challenge_id: string;
            /** Format: date-time */
            expires_at: string;
            /** Format: date-time */
            resend_at: string;
        };
        ChangeLine: {
            actor?: string;
            after?: string;
            /** Format: date-time */
            at: string;
            before?: string;
            field: string;
            kind: string;
            /** Format: int64 */
            number: number;
            personal: boolean;
        };
        ChangesAnswer: {
            document: string;
            /** Format: date-time */
            effective_at?: string;
            language: string;
            paragraphs: components["schemas"]["ParagraphChangeAnswer"][];
            since?: string;
            terms: components["schemas"]["TermChangeAnswer"][];
            version: string;
        };
        ChartAnswer: {
            birth: components["schemas"]["BirthView"];
            chart: components["schemas"]["ChartView"];
        };
        ChartBody: {
            birth: components["schemas"]["BirthBody"];
            /** @enum {string} */
            house_system?: "placidus" | "koch" | "regiomontanus" | "porphyry" | "equal" | "whole_sign";
            language: string;
        };
        ChartView: {
            aspects: components["schemas"]["AspectView"][];
            /** Format: date-time */
            at: string;
            houses?: string;
            positions: components["schemas"]["PositionView"][];
            wheel: string;
            wheel_small: string;
            whole_sign_used: boolean;
        };
        CheckAnswer: {
            denied: string[];
        };
        CheckBody: {
            language: string;
            text: string;
        };
        ChoiceBody: {
            email: boolean;
            sms: boolean;
        };
        ChoiceView: {
            id: string;
            name: string;
        };
        ClaimBody: {
            /** @enum {string} */
            category: "technical_connection" | "specialist_late" | "specialist_absent" | "under_delivered" | "other" | "dissatisfaction";
            text: string;
        };
        ClaimsEquipmentView: {
            /** Format: int64 */
            bandwidth_kbps?: number;
            /** Format: date-time */
            checked_at: string;
            passed: boolean;
        };
        ClaimsRulingView: {
            /** Format: date-time */
            at: string;
            clause: components["schemas"]["Clause"];
            damages: components["schemas"]["Money"];
            /** @enum {string} */
            finding: "service_failure" | "specialist_failure" | "unfounded";
            reasons?: string;
            refund: components["schemas"]["Money"];
        };
        ClaimsStaffCase: {
            claim: components["schemas"]["CaseView"];
            client_id: string;
            may_go_to_court: boolean;
            money: components["schemas"]["LedgerLine"][];
            ruled_by: string[];
            session?: components["schemas"]["SessionView"];
        };
        ClaimsStayView: {
            /** Format: date-time */
            joined_at: string;
            /** Format: date-time */
            left_at?: string;
            reason?: string;
            /** @enum {string} */
            who: "client" | "specialist" | "provider";
        };
        ClaimsTextBody: {
            text: string;
        };
        /** @description A clause of the offer: its ledger id, the paragraph's number and its wording */
        Clause: {
            id: string;
            number: string;
            text?: string;
        };
        ClauseView: {
            id: string;
            number: string;
            text: string;
        };
        ClientName: {
            concern_topic?: string;
            display_name: string;
            id: string;
            prior_experience?: boolean;
        };
        ClockMove: {
            advance_seconds?: number;
            /** Format: date-time */
            now?: string;
        };
        ClockView: {
            /** Format: date-time */
            now: string;
        };
        CodeBody: {
            phone: string;
        };
        ConfirmationAnswer: {
            /** Format: date-time */
            confirmed_at: string;
            version: string;
            /** @enum {string} */
            what: "safety" | "partner_terms" | "truth_at_registration" | "truth_of_questionnaire";
        };
        ConnectionView: {
            /** Format: int64 */
            client_seconds: number;
            /** Format: int64 */
            disputed_seconds: number;
            /** Format: int64 */
            service_seconds: number;
            /** @enum {string} */
            side: "none" | "client" | "specialist" | "service";
            /** Format: int64 */
            specialist_seconds: number;
        };
        ConsentedList: {
            items: components["schemas"]["ConsentedView"][];
            next?: string;
        };
        ConsentedView: {
            /** @enum {string} */
            about: "session" | "service";
            /** Format: date-time */
            consented_at: string;
            id: string;
            name?: string;
            /** Format: date-time */
            published_at?: string;
            words?: string;
        };
        ContactList: {
            contacts: components["schemas"]["ContactView"][];
        };
        ContactView: {
            country: string;
            name: string;
            phone: string;
            text: string;
        };
        ContractView: {
            decided: components["schemas"]["BreachView"][];
            end?: components["schemas"]["EndView"];
            restriction?: components["schemas"]["RestrictionView"];
            /** @enum {string} */
            state: "active" | "restricted" | "ended";
            support_email: string;
        };
        CourtBody: {
            note: string;
        };
        CourtView: {
            /** Format: date-time */
            at: string;
            clause: components["schemas"]["Clause"];
            note?: string;
        };
        DateView: {
            all_day: boolean;
            findings: string[];
            /** Format: date-time */
            from: string;
            id: string;
            text: string;
            title: string;
            /** Format: date-time */
            to?: string;
        };
        DayCount: {
            /** Format: date-time */
            from: string;
            /** Format: int64 */
            open: number;
        };
        DayCounts: {
            days: components["schemas"]["DayCount"][];
            /** Format: int64 */
            overdue: number;
        };
        DayHours: {
            closes: string;
            opens: string;
            weekday: number;
        };
        DeadlineView: {
            /** Format: date-time */
            at: string;
            clause: components["schemas"]["Clause"];
            passed: boolean;
            steps: components["schemas"]["Step"][];
        };
        DecidedView: {
            /** @enum {string} */
            attendance: "no_show_specialist" | "no_show_client" | "under_delivered" | "held";
            clause: components["schemas"]["ClauseView"];
            /** Format: int64 */
            client_seconds: number;
            connection_clause: components["schemas"]["ClauseView"];
            /** Format: int64 */
            disputed_seconds: number;
            /** Format: int64 */
            extension_seconds: number;
            /** @enum {string} */
            failed: "none" | "client" | "specialist" | "service";
            /** Format: int64 */
            media_seconds: number;
            /** Format: int64 */
            missing_minutes: number;
            relay?: components["schemas"]["RelayFindings"];
            remedy?: string;
            /** Format: int64 */
            service_seconds: number;
            /** Format: int64 */
            specialist_seconds: number;
            /** Format: int64 */
            together_seconds: number;
        };
        DecisionAnswer: {
            clause: components["schemas"]["Clause"];
            /** Format: date-time */
            decided_at: string;
            /** @description any JSON value */
            facts: unknown;
            id: string;
            kind: string;
            /** @description any JSON value */
            outcome: unknown;
            person?: string;
            subject: string;
            terms_version: string;
        };
        DecisionsAnswer: {
            items: components["schemas"]["DecisionAnswer"][];
            next?: string;
        };
        DemandBody: {
            damage?: components["schemas"]["Money"];
        };
        DemandEndBody: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            what: "paid" | "contested" | "withdrawn";
        };
        DemandEndView: {
            /** Format: date-time */
            at: string;
            in_time: boolean;
            /** @enum {string} */
            what: "paid" | "contested" | "withdrawn";
        };
        DemandView: {
            clause: components["schemas"]["Clause"];
            damage: components["schemas"]["Money"];
            /** Format: date-time */
            due_at: string;
            end?: components["schemas"]["DemandEndView"];
            /** Format: date-time */
            issued_at: string;
            penalty: components["schemas"]["Money"];
            steps: components["schemas"]["DueStep"][];
            total: components["schemas"]["Money"];
        };
        DemoPeopleView: {
            items: components["schemas"]["DemoPersonView"][];
        };
        DemoPersonView: {
            id: string;
            name?: string;
            phone: string;
            /** @enum {string} */
            role: "visitor" | "client" | "specialist" | "support" | "finance" | "administrator";
            totp_code?: string;
        };
        DeskView: {
            attribution: string;
            categories: components["schemas"]["ChoiceView"][];
            events: components["schemas"]["ChoiceView"][];
            languages: string[];
            services: string[];
            signs: components["schemas"]["ChoiceView"][];
        };
        DisclosureBody: {
            basis?: string;
            /** @enum {string} */
            ground: "consent" | "law";
            recipient: string;
            what: ("contact" | "account" | "bookings")[];
        };
        DisclosureList: {
            items: components["schemas"]["DisclosureView"][];
        };
        DisclosureMade: {
            clause: components["schemas"]["Clause"];
            /** @description any JSON value */
            data: unknown;
            disclosure: components["schemas"]["DisclosureView"];
        };
        DisclosureView: {
            /** Format: date-time */
            answered_at?: string;
            basis?: string;
            /** @enum {string} */
            consent: "none" | "given" | "refused";
            /** @enum {string} */
            ground: "consent" | "law";
            id: string;
            /** Format: date-time */
            made_at?: string;
            may_answer: boolean;
            recipient?: string;
            /** Format: date-time */
            registered_at: string;
            what: ("contact" | "account" | "bookings")[];
        };
        DocumentAnswer: {
            authoritative_language?: string;
            edition: components["schemas"]["EditionAnswer"];
            language: string;
            languages: string[];
            paragraphs: components["schemas"]["ParagraphAnswer"][];
            provider: string;
            text_hash: string;
        };
        DraftAnswer: {
            /** Format: date-time */
            at: string;
            birth?: components["schemas"]["BirthView"];
            chart: components["schemas"]["ChartView"];
            dates: components["schemas"]["DateView"][];
            facts: components["schemas"]["FactView"][];
            findings: components["schemas"]["FindingView"][];
            input_hash: string;
            language: string;
            notice: string;
            sections: components["schemas"]["SectionView"][];
            service: string;
            settings: string;
            strips: components["schemas"]["StripView"][];
            tables: components["schemas"]["TableView"][];
            terms: {
                [key: string]: string;
            };
            title: string;
            versions: components["schemas"]["VersionsView"];
            zone: string;
        };
        DueStep: {
            /** Format: date-time */
            at: string;
            /** Format: int64 */
            count?: number;
            /** Format: date */
            day?: string;
            kind?: string;
            source?: string;
            text_key: string;
            zone?: string;
        };
        DurationBody: {
            duration_minutes: number;
        };
        EditBody: {
            paragraph: number;
            section: string;
            text: string;
        };
        EditionAnswer: {
            content_hash: string;
            document: string;
            /** Format: date-time */
            effective_at: string;
            in_force: boolean;
            /** Format: date-time */
            published_at: string;
            version: string;
        };
        EditionsAnswer: {
            items: components["schemas"]["EditionAnswer"][];
        };
        Education: {
            field: string;
            level: string;
            verified: boolean;
        };
        EducationBody: {
            field: string;
            level: string;
            verified: boolean;
        };
        ElectionBody: {
            /** Format: date-time */
            at?: string;
            birth?: components["schemas"]["BirthBody"];
            /** @enum {string} */
            body_sign?: "aries" | "taurus" | "gemini" | "cancer" | "leo" | "virgo" | "libra" | "scorpio" | "sagittarius" | "capricorn" | "aquarius" | "pisces";
            edits?: components["schemas"]["EditBody"][];
            event: string;
            /** Format: date */
            first_day: string;
            for_whom?: string;
            from: string;
            language: string;
            /** Format: date */
            last_day: string;
            partner?: components["schemas"]["BirthBody"];
            place: number;
            to: string;
            weekdays: number[];
        };
        EmailBody: {
            email: string;
            /** @enum {string} */
            purpose: "client_request" | "booking" | "payment" | "complaint" | "security" | "age_check" | "legal_duty";
            reason: string;
        };
        EmailCodeBody: {
            code: string;
        };
        EndBody: {
            accepts_no_refund?: boolean;
            preview?: string;
        };
        EndPreviewView: {
            clause: components["schemas"]["Clause"];
            /** Format: date-time */
            expires_at: string;
            kept: components["schemas"]["Money"];
            preview: string;
            refund: components["schemas"]["Money"];
            sessions: components["schemas"]["SessionAtEnd"][];
        };
        EndView: {
            /** Format: date-time */
            at: string;
            clause: components["schemas"]["Clause"];
            /** @enum {string} */
            initiator: "client" | "provider";
            /** @enum {string} */
            sent: "account" | "registered_address" | "other_address" | "staff";
        };
        EntryView: {
            /** Format: date-time */
            at: string;
            clause?: string;
            decision?: string;
            kind: string;
            /** Format: int64 */
            number: number;
            order: string;
            postings: components["schemas"]["PostingView"][];
            ref: string;
        };
        EquipmentAnswer: {
            devices: string[];
            /** Format: int64 */
            min_bandwidth_mbps: number;
            needs: string[];
        };
        EquipmentBody: {
            bandwidth_kbps?: number;
            camera: boolean;
            microphone: boolean;
            relay?: components["schemas"]["RelayTrialBody"];
            speaker: boolean;
        };
        EquipmentView: {
            /** Format: int64 */
            bandwidth_kbps?: number;
            camera: boolean;
            /** Format: date-time */
            checked_at: string;
            microphone: boolean;
            passed: boolean;
            speaker: boolean;
        };
        EventActs: {
            enter: boolean;
            register_self: boolean;
            withdraw: boolean;
        };
        EventList: {
            items: components["schemas"]["EventView"][];
        };
        EventView: {
            can: components["schemas"]["EventActs"];
            /** Format: int64 */
            capacity: number;
            /** Format: date-time */
            ends_at: string;
            id: string;
            /** @enum {string} */
            part?: "speaker" | "viewer";
            /** Format: int64 */
            places_left: number;
            /** Format: date-time */
            room_opens_at: string;
            speakers: components["schemas"]["SpeakerView"][];
            /** Format: date-time */
            starts_at: string;
            /** @enum {string} */
            state: "planned" | "open" | "over" | "cancelled";
            title: string;
        };
        EvidenceBody: {
            description: string;
            /** @enum {string} */
            kind: "screenshot" | "message" | "publication" | "audio" | "video" | "other";
        };
        EvidenceView: {
            /** Format: date-time */
            added_at: string;
            added_by: string;
            description?: string;
            /** @enum {string} */
            kind: "screenshot" | "message" | "publication" | "audio" | "video" | "other";
            /** Format: int64 */
            number: number;
        };
        ExceptionBody: {
            /** Format: date-time */
            ends_at: string;
            open: boolean;
            /** Format: date-time */
            starts_at: string;
        };
        ExceptionView: {
            /** Format: date-time */
            ends_at: string;
            id: string;
            open: boolean;
            /** Format: date-time */
            starts_at: string;
        };
        ExportBody: {
            /** @enum {string} */
            purpose: "client_request" | "booking" | "payment" | "complaint" | "security" | "age_check" | "legal_duty";
        };
        ExportView: {
            id: string;
            /** Format: date-time */
            until: string;
        };
        ExpressAnswerBody: {
            asked_for?: string;
            /** Format: date-time */
            at?: string;
            birth?: components["schemas"]["BirthBody"];
            category: string;
            edits?: components["schemas"]["EditBody"][];
            for_whom?: string;
            language: string;
            place: number;
        };
        FactView: {
            applying?: boolean;
            /** Format: date-time */
            exact_at?: string;
            id: string;
            kind: string;
            orb_minutes?: number;
            robust: string;
            source: string;
            subject: string;
            value: string;
            weight: number;
        };
        FeedbackBody: {
            /** @enum {string} */
            about: "session" | "service";
            words: string;
        };
        FeedbackList: {
            clause: components["schemas"]["Clause"];
            given: components["schemas"]["FeedbackView"][];
            may_give: ("session" | "service")[];
            use_clause: components["schemas"]["Clause"];
        };
        FeedbackView: {
            /** @enum {string} */
            about: "session" | "service";
            /** Format: date-time */
            given_at: string;
            id: string;
            name?: string;
            /** Format: date-time */
            published_at?: string;
            words?: string;
        };
        FigureView: {
            age_band: string;
            /** Format: int64 */
            people: number;
            topic: string;
            topic_label: string;
        };
        FileBody: {
            name: string;
            /** Format: int64 */
            size_bytes: number;
        };
        FileView: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            by: "client" | "staff";
            id: string;
            /** @enum {string} */
            kind?: "jpeg" | "png" | "pdf";
            name?: string;
            /** Format: int64 */
            number: number;
            /** @enum {string} */
            refused?: "kind_not_taken" | "infected" | "unreadable" | "too_large";
            sha256?: string;
            /** Format: int64 */
            size_bytes: number;
            /** @enum {string} */
            state: "coming" | "whole" | "kept" | "refused";
        };
        FindingBody: {
            confirms: boolean;
            reasons: string;
        };
        FindingView: {
            facts: string[];
            id: string;
            robust: string;
            rule: string;
            theme: string;
            weight: number;
        };
        FoundPerson: {
            id: string;
            phone_masked?: string;
            /** @enum {string} */
            role: "visitor" | "client" | "specialist" | "support" | "finance" | "administrator";
            /** @enum {string} */
            state: "active" | "blocked" | "closed";
        };
        GroupsAnswer: {
            /** Format: int64 */
            chat_kept_days: number;
            /** Format: int64 */
            chat_letters_max: number;
            /** Format: int64 */
            chat_messages_a_minute: number;
            /** Format: int64 */
            minutes_max: number;
            /** Format: int64 */
            speakers_max: number;
            /** Format: int64 */
            viewers_max: number;
        };
        GroupsMoveBody: {
            /** Format: date-time */
            starts_at: string;
        };
        HandoverNote: {
            about?: string;
            id: string;
            /** Format: date-time */
            taken_at?: string;
            taken_by?: string;
            text?: string;
            /** Format: date-time */
            written_at: string;
            written_by: string;
        };
        HandoverPage: {
            items: components["schemas"]["HandoverNote"][];
            next?: string;
        };
        HearingView: {
            /** Format: date-time */
            from: string;
            hears: boolean;
            /** Format: date-time */
            until: string;
            /** @enum {string} */
            who: "client" | "specialist" | "provider";
        };
        HistoryLine: {
            /** Format: date-time */
            at: string;
            detail: string;
            subject: string;
            what: string;
        };
        HistoryView: {
            items: components["schemas"]["ChangeLine"][];
            more: boolean;
        };
        HoursBody: {
            week: components["schemas"]["DayHours"][];
        };
        IceServerView: {
            credential: string;
            urls: string[];
            username: string;
        };
        JobList: {
            items: components["schemas"]["JobRow"][];
            next?: string;
        };
        JobRow: {
            /** Format: int64 */
            attempts: number;
            /** Format: date-time */
            done_at?: string;
            /** Format: date-time */
            due_at: string;
            id: string;
            kind: string;
            last_error?: string;
            state: string;
        };
        LedgerLine: {
            amount: components["schemas"]["Money"];
            /** Format: date-time */
            at: string;
            clause?: string;
            kind: string;
        };
        LedgerPage: {
            items: components["schemas"]["EntryView"][];
            next?: string;
        };
        LetterBody: {
            /** Format: date-time */
            received_at: string;
            sender: string;
        };
        LiftBody: {
            reasons: string;
            unfounded?: boolean;
        };
        Me: {
            accepted_current_offer: boolean;
            accepted_offer_version?: string;
            /** Format: date-time */
            created_at: string;
            display_name?: string;
            email?: string;
            email_to_prove?: string;
            id: string;
            language: string;
            /** @enum {string} */
            outcome?: "signed_in" | "registered";
            phone_masked: string;
            questionnaire_complete: boolean;
            /** @enum {string} */
            role: "visitor" | "client" | "specialist" | "support" | "finance" | "administrator";
            /** @enum {string} */
            state: "active" | "blocked" | "closed";
            token?: string;
            zone: string;
        };
        Message: {
            mark: string;
            /** Format: int64 */
            number: number;
            /** Format: date-time */
            said_at: string;
            text?: string;
            /** @enum {string} */
            who: "client" | "specialist" | "provider";
        };
        MessagesView: {
            messages: components["schemas"]["Message"][];
            more: boolean;
        };
        MessageView: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            by: "client" | "staff";
            id: string;
            text?: string;
        };
        ModeView: {
            /** Format: date-time */
            at: string;
            cause: string;
            mode: string;
            /** @enum {string} */
            who: "client" | "specialist" | "provider";
        };
        /** @description An amount in minor units (tiyn, kopeck) */
        Money: {
            /** @enum {string} */
            currency: "KZT" | "RUB";
            /** Format: int64 */
            minor: number;
        };
        MoneyBody: {
            /** Format: date-time */
            at?: string;
            birth: components["schemas"]["BirthBody"];
            edits?: components["schemas"]["EditBody"][];
            for_whom?: string;
            language: string;
            living: number;
            /** Format: date */
            start_month: string;
        };
        MoneyLine: {
            amount: components["schemas"]["Money"];
            /** Format: date-time */
            at: string;
            booking_id: string;
            /** Format: date-time */
            earns_at?: string;
            order_id: string;
            what: string;
        };
        MoveAnswerBody: {
            accepts: boolean;
        };
        MoveBody: {
            preview?: string;
            /** Format: date-time */
            starts_at: string;
        };
        MoveDeadline: {
            /** Format: date-time */
            at: string;
        };
        MovePreviewView: {
            allowed: boolean;
            /** Format: date-time */
            answer_until?: string;
            clause: components["schemas"]["Clause"];
            /** Format: date-time */
            expires_at: string;
            needs_consent: boolean;
            preview: string;
            refund_deadline?: components["schemas"]["MoveDeadline"];
            refund_instead: components["schemas"]["Money"];
        };
        MoveView: {
            /** Format: date-time */
            asked_at: string;
            /** @enum {string} */
            asked_by: "client" | "specialist" | "provider";
            id: string;
            /** Format: date-time */
            starts_at: string;
            /** @enum {string} */
            state: "made" | "asked" | "accepted" | "declined" | "lapsed";
        };
        NameBody: {
            name: string;
        };
        NatalBaseBody: {
            /** Format: date-time */
            at?: string;
            birth: components["schemas"]["BirthBody"];
            edits?: components["schemas"]["EditBody"][];
            for_whom?: string;
            language: string;
        };
        NewsBody: {
            texts: {
                [key: string]: components["schemas"]["NewsTextBody"];
            };
        };
        NewsChoice: {
            clause: components["schemas"]["Clause"];
            /** Format: date-time */
            email_since?: string;
            has_email: boolean;
            /** Format: date-time */
            sms_since?: string;
        };
        NewsPage: {
            items: components["schemas"]["NewsView"][];
            next?: string;
        };
        NewsTextBody: {
            body: string;
            title: string;
        };
        NewsView: {
            body: string;
            id: string;
            /** Format: date-time */
            published_at: string;
            title: string;
        };
        NoteBody: {
            about?: string;
            text: string;
        };
        NoteMade: {
            id: string;
        };
        NoticeBody: {
            /** Format: date-time */
            received_at: string;
        };
        NoticeList: {
            items: components["schemas"]["NoticeView"][];
            next?: string;
        };
        NoticeView: {
            /** Format: date-time */
            at: string;
            body: string;
            id: string;
            /** Format: date-time */
            read_at?: string;
            subject: string;
            template_name: string;
            title: string;
        };
        OrderMoney: {
            id: string;
            paid: components["schemas"]["Money"];
            refund_due: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
        };
        OutageBody: {
            /** Format: date-time */
            from: string;
            /** @enum {string} */
            kind: "maintenance" | "failure" | "force_majeure";
            /** Format: date-time */
            until?: string;
        };
        OutageList: {
            items: components["schemas"]["OutageView"][];
        };
        OutagePreviewView: {
            /** Format: int64 */
            called_off: number;
            items: components["schemas"]["TouchedView"][];
            more: boolean;
            notices: components["schemas"]["ToldView"][];
            refund: components["schemas"]["Money"];
            /** Format: int64 */
            told: number;
        };
        OutageView: {
            /** Format: int64 */
            bookings: number;
            /** Format: int64 */
            called_off: number;
            /** Format: date-time */
            closed_at?: string;
            closed_by?: string;
            /** Format: date-time */
            from: string;
            id: string;
            /** @enum {string} */
            kind: "maintenance" | "failure" | "force_majeure";
            /** Format: date-time */
            opened_at: string;
            owner: string;
            papers: components["schemas"]["PaperView"][];
            prolongations: components["schemas"]["ProlongationView"][];
            remedy?: string;
            /** Format: date-time */
            until?: string;
        };
        Outbox: {
            items: components["schemas"]["SandboxMessageView"][];
        };
        OutboxList: {
            items: components["schemas"]["OutboxRow"][];
            next?: string;
        };
        OutboxRow: {
            channel: string;
            /** Format: date-time */
            due_at: string;
            id: string;
            person: string;
            /** Format: date-time */
            settled_at?: string;
            state: string;
            subject: string;
            template_name: string;
        };
        OutcomeView: {
            clause: components["schemas"]["Clause"];
            kind: string;
        };
        OverrideBody: {
            reasons: string;
        };
        OverridePage: {
            next_cursor?: string;
            overrides: components["schemas"]["OverrideView"][];
        };
        OverrideView: {
            /** Format: date-time */
            asked_at: string;
            asked_by: string;
            booking_id: string;
            clause: components["schemas"]["Clause"];
            client_id: string;
            /** Format: date-time */
            found_at?: string;
            found_by?: string;
            id: string;
            price: components["schemas"]["Money"];
            reasons?: string;
            second_reasons?: string;
            /** @enum {string} */
            state: "granted" | "waits" | "declined";
        };
        OwedList: {
            items: components["schemas"]["OwedView"][];
        };
        OwedView: {
            amount?: components["schemas"]["Money"];
            /** Format: date-time */
            arose_at: string;
            clause: components["schemas"]["Clause"];
            /** Format: date-time */
            due_at: string;
            id: string;
            kind: string;
            steps: components["schemas"]["DueStep"][];
            subject: string;
        };
        OwnAcceptance: {
            /** Format: date-time */
            accepted_at: string;
            document: string;
            language: string;
            version: string;
        };
        OwnAnswers: {
            /** Format: int64 */
            age?: number;
            concern_text?: string;
            concern_topic?: string;
            display_name?: string;
            emotional_state?: string;
            prior_experience?: boolean;
            sex?: string;
        };
        OwnConfirmation: {
            /** Format: date-time */
            confirmed_at: string;
            version: string;
            /** @enum {string} */
            what: "safety" | "partner_terms" | "truth_at_registration" | "truth_of_questionnaire";
        };
        OwnData: {
            acceptances: components["schemas"]["OwnAcceptance"][];
            confirmations: components["schemas"]["OwnConfirmation"][];
            /** Format: date-time */
            created_at: string;
            email?: string;
            id: string;
            language: string;
            name?: string;
            phone?: string;
            questionnaire?: components["schemas"]["OwnAnswers"];
            session_messages: components["schemas"]["OwnMessage"][];
            sign_in_sessions: components["schemas"]["OwnSession"][];
            zone: string;
        };
        OwnMessage: {
            booking: string;
            own: boolean;
            /** Format: date-time */
            said_at: string;
            text?: string;
        };
        OwnSession: {
            address: string;
            /** Format: date-time */
            begun_at: string;
            device: string;
        };
        PaperBody: {
            text: string;
            /** @enum {string} */
            what: "notice" | "certificate";
        };
        PaperView: {
            /** Format: date-time */
            due_at: string;
            file?: string;
            /** Format: date-time */
            given_at?: string;
            late: boolean;
            text?: string;
            /** @enum {string} */
            what: "notice" | "certificate";
        };
        ParagraphAnswer: {
            number: string;
            text: string;
            title: string;
        };
        ParagraphChangeAnswer: {
            /** @enum {string} */
            change: "added" | "removed" | "changed";
            number: string;
            parts: components["schemas"]["TextPartAnswer"][];
            title: string;
        };
        ParagraphView: {
            findings: string[];
            robust: string;
            text: string;
        };
        PartnerTermsView: {
            clause: components["schemas"]["Clause"];
            name: string;
            url: string;
            version: string;
        };
        PaymentBody: {
            accepts_no_refund: boolean;
            accepts_partner_terms?: string;
        };
        PaymentServiceAnswer: {
            display_name: string;
            terms_url: string;
            terms_version: string;
        };
        PayWarningView: {
            clause: components["schemas"]["Clause"];
            must_confirm: boolean;
        };
        PersonFile: {
            accepted_offer_version?: string;
            /** Format: date-time */
            age_flag_raised_at?: string;
            /** Format: date-time */
            created_at: string;
            email?: string;
            id: string;
            language: string;
            /** Format: int64 */
            live_sessions: number;
            name?: string;
            phone?: string;
            questionnaire_complete: boolean;
            /** @enum {string} */
            role: "visitor" | "client" | "specialist" | "support" | "finance" | "administrator";
            /** @enum {string} */
            state: "active" | "blocked" | "closed";
            zone: string;
        };
        PlanBody: {
            capacity: number;
            minutes: number;
            speakers: string[];
            /** Format: date-time */
            starts_at: string;
            titles: {
                [key: string]: string;
            };
        };
        PositionView: {
            body: string;
            house: number;
            minutes: number;
            name: string;
            retrograde: boolean;
            sign: string;
            sign_name: string;
        };
        PostingView: {
            amount: components["schemas"]["Money"];
            kind: string;
            owner: string;
        };
        PracticeCalendar: {
            bookings: components["schemas"]["CalendarBooking"][];
            exceptions: components["schemas"]["ExceptionView"][];
            zone: string;
        };
        PracticeHours: {
            /** Format: int64 */
            buffer_minutes: number;
            /** Format: int64 */
            duration_minutes: number;
            week: components["schemas"]["DayHours"][];
            zone: string;
        };
        PracticeMoney: {
            expected: components["schemas"]["Money"];
            held: components["schemas"]["Money"];
            lines: components["schemas"]["MoneyLine"][];
            next?: string;
            paid_out: components["schemas"]["Money"];
            payable: components["schemas"]["Money"];
        };
        PresenceView: {
            decided?: components["schemas"]["DecidedView"];
            /** Format: date-time */
            ends_at: string;
            hearings: components["schemas"]["HearingView"][];
            modes: components["schemas"]["ModeView"][];
            record?: components["schemas"]["SealedView"];
            /** Format: date-time */
            starts_at: string;
            stays: components["schemas"]["StayView"][];
        };
        PriceBody: {
            /** Format: date-time */
            effective_at?: string;
            price: components["schemas"]["Money"];
            specialist_id: string;
        };
        Problem: {
            clause?: components["schemas"]["Clause"];
            /** @description a stable word */
            code: string;
            errors?: {
                code: string;
                path: string;
            }[];
            params?: {
                [key: string]: string;
            };
            status: number;
            /** @description problem.<code>: key of its text in every language */
            text_key: string;
            title: string;
            type: string;
        };
        ProlongationBody: {
            /** Format: date-time */
            until: string;
        };
        ProlongationView: {
            /** Format: date-time */
            at: string;
            by: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
        };
        PromiseView: {
            amount?: components["schemas"]["Money"];
            /** Format: date-time */
            arose_at: string;
            clause: components["schemas"]["Clause"];
            /** Format: date-time */
            due_at: string;
            /** Format: date-time */
            due_by_todays_calendar?: string;
            /** Format: date-time */
            ended_at?: string;
            ended_by?: string;
            id: string;
            kind: string;
            late: boolean;
            /** @enum {string} */
            owner: "system" | "specialist" | "support" | "finance" | "administrator";
            person?: string;
            reason?: string;
            /** @enum {string} */
            stage?: "due_soon" | "overdue" | "escalated";
            /** @enum {string} */
            state: "open" | "kept" | "lifted";
            steps: components["schemas"]["DueStep"][];
            subject: string;
            terms_version: string;
        };
        ProviderAnswer: {
            display_name: string;
            support_email: string;
            support_phone: string;
        };
        PublicationPreviewAnswer: {
            /** Format: int64 */
            asked_again: number;
            changes: components["schemas"]["ChangesAnswer"];
            /** Format: int64 */
            paid_on_old_terms: number;
            /** Format: int64 */
            unpaid_holds: number;
        };
        PublishBody: {
            document: string;
            /** Format: date-time */
            effective_at?: string;
            version: string;
        };
        Published: {
            clause: components["schemas"]["Clause"];
        };
        PublishedNews: {
            id: string;
        };
        PurposeBody: {
            /** @enum {string} */
            purpose: "client_request" | "booking" | "payment" | "complaint" | "security" | "age_check" | "legal_duty";
        };
        QualificationBody: {
            educations: components["schemas"]["EducationBody"][];
            no_prescription_undertaking: boolean;
            /** Format: date */
            practice_began: string;
            revoked?: boolean;
            /** Format: date-time */
            valid_until?: string;
        };
        QualificationView: {
            educations: components["schemas"]["Education"][];
            no_prescription_undertaking: boolean;
            /** Format: date */
            practice_began: string;
            /** Format: date-time */
            recorded_at: string;
            revoked: boolean;
            /** Format: date-time */
            valid_until?: string;
        };
        QuestionnaireAnswer: {
            /** Format: int64 */
            age?: number;
            booking_open: boolean;
            complete: boolean;
            concern_text?: string;
            concern_topic?: string;
            display_name?: string;
            emotional_state?: string;
            missing: string[];
            prior_experience?: boolean;
            sex?: string;
        };
        QuestionnaireBody: {
            age?: number;
            concern_text?: string;
            concern_topic?: string;
            declares_truth?: boolean;
            display_name?: string;
            emotional_state?: string;
            prior_experience?: boolean;
            sex?: string;
        };
        QueueLine: {
            /** Format: date-time */
            answer_by: string;
            booking_id?: string;
            /** @enum {string} */
            category?: "technical_connection" | "specialist_late" | "specialist_absent" | "under_delivered" | "other" | "dissatisfaction";
            client_id: string;
            id: string;
            /** Format: int64 */
            number: number;
            overdue: boolean;
            /** Format: date-time */
            received_at: string;
            /** @enum {string} */
            standing: "disputed" | "feedback" | "request" | "question";
            /** @enum {string} */
            state: "open" | "answered" | "ruled" | "appealed" | "final";
        };
        QueuePage: {
            claims: components["schemas"]["QueueLine"][];
            next_cursor?: string;
        };
        RegistrationBody: {
            accepts_offer: boolean;
            consents_to_processing: boolean;
            declares_adult: boolean;
            declares_truth: boolean;
            language: string;
            offer_hash: string;
            offer_version: string;
            phone: string;
        };
        RelayAccessView: {
            ice_servers: components["schemas"]["IceServerView"][];
        };
        RelayFindings: {
            /** Format: int64 */
            client_refuted_seconds: number;
            /** Format: int64 */
            client_silent_seconds: number;
            /** Format: int64 */
            specialist_refuted_seconds: number;
            /** Format: int64 */
            specialist_silent_seconds: number;
            /** Format: int64 */
            watched_seconds: number;
        };
        RelayTrialBody: {
            kbps?: number;
            lost_permille?: number;
            reached: boolean;
            round_trip_ms?: number;
        };
        RelayTrialView: {
            /** @enum {string} */
            advice: "unreachable" | "weak" | "good";
            /** Format: int64 */
            kbps?: number;
            /** Format: int64 */
            lost_permille?: number;
            /** Format: int64 */
            round_trip_ms?: number;
        };
        RemedyBody: {
            /** @enum {string} */
            choice: "refund" | "move" | "repeat";
            /** Format: date-time */
            starts_at?: string;
        };
        RemedyTextBody: {
            remedy: string;
        };
        RemedyView: {
            /** Format: date-time */
            answer_by?: string;
            choices: ("refund" | "move" | "repeat")[];
            clause: components["schemas"]["Clause"];
            refund: components["schemas"]["Money"];
        };
        ReportBody: {
            account: string;
            code: string;
            evidence?: string;
        };
        Reported: {
            id: string;
        };
        ResearchList: {
            clause: components["schemas"]["Clause"];
            items: components["schemas"]["ResearchView"][];
            next?: string;
        };
        ResearchView: {
            /** @enum {string} */
            about: "session" | "service";
            words: string;
        };
        RestrictionBody: {
            ground?: string;
            reasons: string;
            shows_ground?: boolean;
        };
        RestrictionView: {
            /** Format: date-time */
            at: string;
            clause: components["schemas"]["Clause"];
            ground?: components["schemas"]["Clause"];
            of_breach: boolean;
        };
        RowView: {
            cells: string[];
            findings: string[];
        };
        RulingBody: {
            damage?: components["schemas"]["Money"];
            /** @enum {string} */
            finding: "service_failure" | "specialist_failure" | "unfounded";
            reasons: string;
        };
        RulingView: {
            /** Format: date-time */
            at: string;
            clause: components["schemas"]["Clause"];
            confirmed: boolean;
            reasons?: string;
        };
        SandboxMessageView: {
            /** Format: date-time */
            at: string;
            body: string;
            channel: string;
            destination: string;
            id: string;
            template_name: string;
            title: string;
        };
        SealedView: {
            body: string;
            public_key: string;
            signature: string;
            /** Format: date-time */
            signed_at: string;
        };
        SearchBody: {
            number?: string;
            phone?: string;
            /** @enum {string} */
            purpose: "client_request" | "booking" | "payment" | "complaint" | "security" | "age_check" | "legal_duty";
        };
        SecondWordBody: {
            agrees: boolean;
            reasons: string;
        };
        SectionView: {
            heading: string;
            id: string;
            paragraphs: components["schemas"]["ParagraphView"][];
        };
        SecurityLine: {
            /** Format: date-time */
            from: string;
            id: string;
            object?: string;
            person?: string;
            route?: string;
            /** Format: int64 */
            status?: number;
            /** Format: int64 */
            times: number;
            /** Format: date-time */
            until: string;
        };
        SecurityPage: {
            items: components["schemas"]["SecurityLine"][];
            next?: string;
        };
        SendingView: {
            file: components["schemas"]["FileView"];
            /** Format: int64 */
            part_bytes: number;
            /** Format: int64 */
            parts: number;
        };
        SessionAtEnd: {
            booking_id: string;
            clause: components["schemas"]["Clause"];
            kept: components["schemas"]["Money"];
            refund: components["schemas"]["Money"];
            /** Format: date-time */
            starts_at: string;
        };
        SessionsEquipmentView: {
            /** Format: int64 */
            bandwidth_kbps?: number;
            bandwidth_ok: boolean;
            /** Format: date-time */
            checked_at: string;
            clause: components["schemas"]["ClauseView"];
            may_join: boolean;
            missing: string[];
            passed: boolean;
            relay?: components["schemas"]["RelayTrialView"];
            /** Format: int64 */
            required_kbps: number;
        };
        SessionView: {
            attendance?: string;
            client_equipment?: components["schemas"]["ClaimsEquipmentView"];
            connection?: components["schemas"]["ConnectionView"];
            /** Format: date-time */
            ended_at?: string;
            /** Format: date-time */
            ends_at: string;
            specialist_equipment?: components["schemas"]["ClaimsEquipmentView"];
            /** Format: date-time */
            starts_at: string;
            stays: components["schemas"]["ClaimsStayView"][];
        };
        SettingsBody: {
            email?: string;
            language: string;
            zone: string;
        };
        SignInBody: {
            challenge_id: string;
            code: string;
        };
        SignInSession: {
            address: string;
            /** Format: date-time */
            begun_at: string;
            current: boolean;
            device: string;
            id: string;
            /** Format: date-time */
            seen_at: string;
        };
        SignInSessions: {
            sessions: components["schemas"]["SignInSession"][];
        };
        SlotList: {
            slots: components["schemas"]["SlotView"][];
            zone_of_business: string;
        };
        SlotView: {
            /** Format: date-time */
            ends_at: string;
            refundable: boolean;
            /** Format: date-time */
            starts_at: string;
        };
        SpanView: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
        };
        SpeakerView: {
            id: string;
            name: string;
        };
        SpecialistBody: {
            /** @enum {string} */
            gender: "unstated" | "female" | "male";
            languages: string[];
            person_id: string;
            texts: components["schemas"]["TextBody"][];
            topics: string[];
        };
        SpecialistCard: {
            /** Format: int64 */
            duration_minutes: number;
            /** @enum {string} */
            gender: "unstated" | "female" | "male";
            headline: string;
            id: string;
            languages: string[];
            name: string;
            nearest_slots: string[];
            price: components["schemas"]["Money"];
            topics: string[];
        };
        SpecialistCards: {
            next_cursor?: string;
            specialists: components["schemas"]["SpecialistCard"][];
        };
        SpecialistName: {
            id: string;
            name: string;
        };
        SpecialistPage: {
            about: string;
            /** Format: int64 */
            duration_minutes: number;
            educations: components["schemas"]["Education"][];
            /** Format: int64 */
            experience_years: number;
            /** @enum {string} */
            gender: "unstated" | "female" | "male";
            headline: string;
            id: string;
            languages: string[];
            name: string;
            nearest_slots: string[];
            price: components["schemas"]["Money"];
            topics: string[];
        };
        StaffAlert: {
            /** Format: int64 */
            duty_told: number;
            id: string;
            /** @enum {string} */
            kind: "urgent" | "condition";
            person: string;
            /** Format: date-time */
            raised_at: string;
            specialist?: string;
        };
        StaffAlerts: {
            items: components["schemas"]["StaffAlert"][];
        };
        StaffBooking: {
            cancellation?: components["schemas"]["CancellationView"];
            captured: components["schemas"]["Money"];
            client_id: string;
            /** Format: date-time */
            confirmed_at?: string;
            /** Format: date-time */
            ends_at: string;
            /** Format: date-time */
            held_at: string;
            id: string;
            order_id: string;
            order_state: string;
            refund_due: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
            repeat_of?: string;
            specialist: components["schemas"]["SpecialistName"];
            /** Format: date-time */
            starts_at: string;
            /** @enum {string} */
            state: "held" | "confirmed" | "cancelled" | "finished" | "expired" | "released";
            terms_version: string;
        };
        StaffBookings: {
            bookings: components["schemas"]["StaffBooking"][];
            next_cursor?: string;
        };
        StaffCase: {
            /** Format: date-time */
            closed_at?: string;
            closed_by?: string;
            detail: string;
            id: string;
            kind: string;
            /** Format: date-time */
            opened_at: string;
            order: string;
            subject: string;
        };
        StaffEditionAnswer: {
            /** Format: int64 */
            accepted_by: number;
            content_hash: string;
            document: string;
            /** Format: date-time */
            effective_at?: string;
            /** Format: date-time */
            published_at?: string;
            published_by?: string;
            state: string;
            version: string;
        };
        StaffEditionsAnswer: {
            items: components["schemas"]["StaffEditionAnswer"][];
        };
        StaffEndBody: {
            preview?: string;
            reasons: string;
        };
        StaffOrder: {
            booking: string;
            captured: components["schemas"]["Money"];
            cases: components["schemas"]["StaffCase"][];
            client: string;
            commission?: components["schemas"]["Money"];
            entries: components["schemas"]["EntryView"][];
            history: components["schemas"]["HistoryLine"][];
            id: string;
            payments: components["schemas"]["StaffPayment"][];
            price?: components["schemas"]["Money"];
            refund_due: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
            refunds: components["schemas"]["StaffRefund"][];
            specialist: string;
            state: string;
        };
        StaffPayment: {
            /** Format: date-time */
            begun_at: string;
            captured?: components["schemas"]["Money"];
            /** Format: date-time */
            expires_at: string;
            failure?: string;
            gateway_payment?: string;
            id: string;
            payee: string;
            price: components["schemas"]["Money"];
            state: string;
        };
        StaffRefund: {
            amount: components["schemas"]["Money"];
            clause: string;
            /** Format: date-time */
            confirmed_at?: string;
            decision?: string;
            id: string;
            payment: string;
            /** Format: date-time */
            requested_at: string;
            state: string;
            /** Format: int64 */
            tries: number;
        };
        StaffSignInBody: {
            phone: string;
            totp: string;
        };
        StaffSpecialist: {
            id: string;
            name: string;
            offered: boolean;
            price?: components["schemas"]["Money"];
            published: boolean;
            qualification?: components["schemas"]["QualificationView"];
        };
        StaffSpecialists: {
            next_cursor?: string;
            specialists: components["schemas"]["StaffSpecialist"][];
        };
        StaffText: {
            text: string;
        };
        StatedView: {
            age_band: string;
            answer: string;
            /** Format: int64 */
            people: number;
        };
        StatisticsView: {
            emotional_states: components["schemas"]["StatedView"][];
            figures: components["schemas"]["FigureView"][];
            /** Format: int64 */
            least_group: number;
            /** Format: int64 */
            people: number;
            /** Format: date-time */
            published_at?: string;
            sexes: components["schemas"]["StatedView"][];
        };
        StatusItem: {
            /** Format: date-time */
            closed_at?: string;
            /** Format: date-time */
            from: string;
            has_certificate: boolean;
            id: string;
            /** @enum {string} */
            kind: "maintenance" | "failure" | "force_majeure";
            /** Format: date-time */
            until?: string;
        };
        StatusView: {
            ahead: components["schemas"]["StatusItem"][];
            now: components["schemas"]["StatusItem"][];
            past: components["schemas"]["StatusItem"][];
            working: boolean;
        };
        StayView: {
            /** Format: date-time */
            joined_at: string;
            /** Format: date-time */
            left_at?: string;
            reason?: string;
            /** @enum {string} */
            who: "client" | "specialist" | "provider";
        };
        Step: {
            key: string;
            params: {
                [key: string]: string;
            };
        };
        StripView: {
            cells: components["schemas"]["CellView"][];
            heading: string;
            id: string;
        };
        SunActionsBody: {
            areas: string[];
            /** Format: date-time */
            at?: string;
            birth: components["schemas"]["BirthBody"];
            edits?: components["schemas"]["EditBody"][];
            for_whom?: string;
            language: string;
            limits: string[];
            living: number;
        };
        SupportHoursAnswer: {
            close: string;
            open: string;
            zone: string;
        };
        TableView: {
            columns: string[];
            heading: string;
            id: string;
            rows: components["schemas"]["RowView"][];
        };
        TermChangeAnswer: {
            after?: string;
            before?: string;
            /** @enum {string} */
            change: "added" | "removed" | "changed";
            clause: components["schemas"]["Clause"];
            key: string;
        };
        TestimonyList: {
            items: components["schemas"]["TestimonyView"][];
        };
        TestimonyView: {
            name: string;
            /** Format: date-time */
            published_at: string;
            words: string;
        };
        TextBody: {
            about: string;
            approach: string;
            language: string;
            name: string;
        };
        TextPartAnswer: {
            /** @enum {string} */
            part: "same" | "removed" | "added";
            text: string;
        };
        ThemeAnswer: {
            dark: {
                [key: string]: string;
            };
            light: {
                [key: string]: string;
            };
            name: string;
            short_name: string;
            tagline: string;
        };
        TimelineEntryView: {
            amount?: components["schemas"]["Money"];
            /** Format: date-time */
            at: string;
            clause?: components["schemas"]["Clause"];
            detail: string;
            kind: string;
            subject: string;
        };
        TimelineView: {
            items: components["schemas"]["TimelineEntryView"][];
            more: boolean;
            next?: string;
        };
        ToldView: {
            body: string;
            title: string;
            /** @enum {string} */
            to: "client" | "specialist" | "provider";
        };
        TopicAnswer: {
            key: string;
            label: string;
        };
        TopicList: {
            topics: components["schemas"]["TopicView"][];
        };
        TopicView: {
            id: string;
            name: string;
        };
        TouchedView: {
            booking: string;
            called_off: boolean;
            clause?: components["schemas"]["Clause"];
            client_id: string;
            /** Format: date-time */
            ends_at: string;
            refund?: components["schemas"]["Money"];
            specialist: components["schemas"]["SpecialistName"];
            /** Format: date-time */
            starts_at: string;
        };
        TownList: {
            towns: components["schemas"]["TownView"][];
        };
        TownView: {
            former: boolean;
            /** Format: int64 */
            id: number;
            label: string;
            matched: string;
            zone: string;
        };
        UnsubscribeBody: {
            token: string;
        };
        Unsubscribed: {
            /** @enum {string} */
            channel: "email" | "sms";
        };
        VersionsView: {
            atlas: string;
            content: string;
            engine: string;
            tzdata: string;
        };
        VoluntaryAnswer: {
            emotional_states: string[];
            sexes: string[];
        };
        WhatIfAnswer: {
            /** Format: int64 */
            changed: number;
            /** Format: int64 */
            decisions: number;
            items: components["schemas"]["WhatIfDecisionAnswer"][];
            months: components["schemas"]["WhatIfMonthAnswer"][];
            /** Format: int64 */
            not_replayable: number;
            /** Format: int64 */
            people_better: number;
            /** Format: int64 */
            people_worse: number;
            refunds_now: components["schemas"]["Money"];
            refunds_then: components["schemas"]["Money"];
            version: string;
        };
        WhatIfDecisionAnswer: {
            clause: components["schemas"]["Clause"];
            /** Format: date-time */
            decided_at: string;
            id: string;
            kind: string;
            /** @description any JSON value */
            outcome_now: unknown;
            /** @description any JSON value */
            outcome_then: unknown;
            refund_now?: components["schemas"]["Money"];
            refund_then?: components["schemas"]["Money"];
            subject: string;
            terms_version: string;
        };
        WhatIfMonthAnswer: {
            /** Format: int64 */
            changed: number;
            /** Format: int64 */
            decisions: number;
            month: string;
            refunds_now: components["schemas"]["Money"];
            refunds_then: components["schemas"]["Money"];
        };
    };
    responses: {
        /** @description A refusal or an error */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_clock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    move_clock: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockMove"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_messages: {
        parameters: {
            query?: {
                /** @description only what went to this number; send it percent-encoded */
                phone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outbox"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_demo_people: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoPeopleView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_urgent_page: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    raise_alert: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlertBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_bookings: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    book_slot: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookingBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_booking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    read_acceptance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptanceView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    report_breach: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reported"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    cancel_booking: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancellationBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    preview_cancellation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancelPreviewView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    file_claim: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    check_equipment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EquipmentBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsEquipmentView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    read_feedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    give_feedback: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedbackBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_messages: {
        parameters: {
            query?: {
                /** @description number of the last message that is known; all without it */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagesView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    preview_move: {
        parameters: {
            query: {
                /** @description the wanted start, RFC 3339 */
                starts_at: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovePreviewView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    move_booking: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    answer_move: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                move_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveAnswerBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_payment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingPayment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    pay_booking: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentBody"];
            };
        };
        responses: {
            /** @description OK */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingPayment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_presence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_relay_access: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelayAccessView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    choose_remedy: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemedyBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    room: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The WebSocket is open */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    get_brand: {
        parameters: {
            query?: {
                /** @description one of the brand's languages */
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_topics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_claims: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    read_claim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    appeal_ruling: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimsTextBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    export_claim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    announce_file: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SendingView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    read_file: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                file: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    send_file_part: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                file: string;
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    write_in_claim: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimsTextBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_crisis: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    consent_to_name: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    withdraw_name_consent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_groups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_group: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    register_for_group: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    withdraw_from_group: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    group_room: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The WebSocket is open */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_my_acceptances: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptancesAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    accept_edition: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptanceAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    access_log: {
        parameters: {
            query?: {
                /** @description next_before of the page before */
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessLog"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    my_contract: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    end_contract: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    preview_contract_end: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndPreviewView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    own_data: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnData"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    my_disclosures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisclosureList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    answer_disclosure: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisclosureView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    prove_email: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailCodeBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    my_history: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    read_news_choice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewsChoice"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    choose_news: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChoiceBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewsChoice"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_my_obligations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwedList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    read_questionnaire: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionnaireAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    save_questionnaire: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionnaireBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionnaireAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    change_settings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_news: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewsPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_notices: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    read_notice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    list_offers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionsAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_offer: {
        parameters: {
            query?: {
                /** @description one of the brand's languages */
                lang?: string;
            };
            header?: never;
            path: {
                document: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_changes: {
        parameters: {
            query?: {
                /** @description one of the brand's languages */
                lang?: string;
            };
            header?: never;
            path: {
                document: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangesAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    download_offer: {
        parameters: {
            query?: {
                /** @description one of the brand's languages */
                lang?: string;
            };
            header?: never;
            path: {
                document: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    read_certificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_calendar: {
        parameters: {
            query?: {
                /** @description RFC 3339; now when absent */
                from?: string;
                /** @description RFC 3339; at most 62 days after `from` */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeCalendar"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    set_duration: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DurationBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeHours"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    add_exception: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExceptionBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExceptionView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    remove_exception: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    get_hours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeHours"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    set_hours: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoursBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeHours"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_practice_money: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeMoney"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ask_question: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimsTextBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistrationBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Challenge"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInSessions"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    end_session: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    request_sign_in_code: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Challenge"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_specialists: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description of the session, ISO 639-1 */
                language?: string;
                /** @description in minor units of the business's currency */
                max_price_minor?: string;
                /** @description key of a topic */
                topic?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpecialistCards"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_specialist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpecialistPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_slots: {
        parameters: {
            query?: {
                /** @description RFC 3339; now when absent */
                from?: string;
                /** @description RFC 3339; at most 31 days after `from` */
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sign_in_staff: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffSignInBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_alerts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAlerts"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_astrology: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_audit: {
        parameters: {
            query?: {
                /** @description next_before of the page before */
                before?: string;
                /** @description only rows about this person */
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_staff_bookings: {
        parameters: {
            query?: {
                /** @description id of a person */
                client?: string;
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description held, confirmed, cancelled, finished, expired or released */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffBookings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    enter_cancellation_notice: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffBooking"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    request_override: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverrideBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverrideView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_breaches: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreachPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    read_breach: {
        parameters: {
            query: {
                /** @description why: a word of the closed list of purposes */
                purpose: string;
            };
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreachFile"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    demand_penalty: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DemandBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreachFile"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    end_demand: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DemandEndBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreachFile"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    add_evidence: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvidenceBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreachFile"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    rule_on_breach: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindingBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreachFile"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_cases: {
        parameters: {
            query?: {
                /** @description 1: closed cases too */
                all?: string;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasesPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    close_case: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    compute_chart: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChartBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChartAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_staff_claims: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description open (the default), answered, ruled, appealed or final */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    read_staff_claim: {
        parameters: {
            query: {
                /** @description why: a word of the closed list of purposes */
                purpose: string;
            };
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimsStaffCase"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    mark_claim_in_court: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CourtBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimsStaffCase"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ask_for_claim_archive: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    announce_staff_file: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SendingView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    read_staff_file: {
        parameters: {
            query: {
                /** @description why: a word of the closed list of purposes */
                purpose: string;
            };
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                file: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    send_staff_file_part: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                file: string;
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    answer_claim: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffText"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimsStaffCase"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    rule_on_claim: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RulingBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimsStaffCase"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_decisions: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `<room>.<what>` */
                kind?: string;
                /** @description whom it concerns */
                person?: string;
                /** @description the id of the thing decided about */
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionsAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    disclose: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisclosureMade"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    check_wording: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    draft_election: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ElectionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    draft_election_ics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ElectionBody"];
            };
        };
        responses: {
            /** @description A document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    draft_election_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ElectionBody"];
            };
        };
        responses: {
            /** @description A document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    draft_express_answer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExpressAnswerBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    draft_express_answer_ics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExpressAnswerBody"];
            };
        };
        responses: {
            /** @description A document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    draft_express_answer_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExpressAnswerBody"];
            };
        };
        responses: {
            /** @description A document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    draft_money: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoneyBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    draft_money_ics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoneyBody"];
            };
        };
        responses: {
            /** @description A document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    draft_money_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoneyBody"];
            };
        };
        responses: {
            /** @description A document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    draft_natal_base: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NatalBaseBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    draft_natal_base_ics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NatalBaseBody"];
            };
        };
        responses: {
            /** @description A document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    draft_natal_base_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NatalBaseBody"];
            };
        };
        responses: {
            /** @description A document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    draft_sun_actions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SunActionsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    draft_sun_actions_ics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SunActionsBody"];
            };
        };
        responses: {
            /** @description A document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    draft_sun_actions_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SunActionsBody"];
            };
        };
        responses: {
            /** @description A document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    read_claim_archive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    publish_testimony: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Published"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    withdraw_testimony: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    export_feedback_for_research: {
        parameters: {
            query: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description 2026-12, by the calendar of the business */
                month: string;
            };
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResearchList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    appoint_group: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    group_attendance: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    cancel_group: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    move_group: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupsMoveBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_handover_notes: {
        parameters: {
            query: {
                /** @description only notes about this person */
                about?: string;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description why: a word of the closed list of purposes */
                purpose: string;
            };
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    write_handover_note: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteMade"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    take_handover_note: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    read_history: {
        parameters: {
            query: {
                /** @description why: a word of the closed list of purposes */
                purpose: string;
            };
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_jobs: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description the job's name */
                kind?: string;
                /** @description ready, running, done, failed or cancelled */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    retry_job: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    list_ledger_entries: {
        parameters: {
            query?: {
                /** @description kind of an account: its statement, with `owner` */
                account?: string;
                /** @description of that account; absent: KZT */
                currency?: string;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description only those of this order */
                order?: string;
                /** @description owner of that account; absent: none */
                owner?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_ledger_balances: {
        parameters: {
            query?: {
                /** @description only accounts of this kind */
                account?: string;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description only accounts of this owner */
                owner?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BalancesPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    publish_news: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewsBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedNews"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_obligations: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `<room>.<what>` */
                kind?: string;
                /** @description system, specialist, support, finance or administrator */
                owner?: string;
                /** @description to whom it is owed */
                person?: string;
                /** @description open (by itself), kept, lifted or all */
                state?: string;
                /** @description the id of the thing that it is about */
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Board"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    count_obligations_by_day: {
        parameters: {
            query?: {
                /** @description IANA; whose days are counted */
                zone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayCounts"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_staff_offers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffEditionsAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    publish_offer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    preview_publication: {
        parameters: {
            query?: {
                /** @description one of the brand's languages */
                lang?: string;
            };
            header?: never;
            path: {
                document: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationPreviewAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_staff_order: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOrder"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_outages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutageList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    open_outage: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutageBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutageView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_certificate_files: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateFiles"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    announce_certificate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertificateBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateSending"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    send_certificate_part: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                file: string;
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    close_outage: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemedyTextBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutageView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    give_outage_paper: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaperBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutageView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    prolong_outage: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProlongationBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutageView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    preview_outage: {
        parameters: {
            query: {
                /** @description when it begins */
                from: string;
                /** @description maintenance, failure or force_majeure */
                kind: string;
                /** @description when it is planned or expected to end */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutagePreviewView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_outbox: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_overrides: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverridePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    read_override: {
        parameters: {
            query: {
                /** @description why: a word of the closed list of purposes */
                purpose: string;
            };
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverrideView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    find_on_override: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondWordBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverrideView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    read_person: {
        parameters: {
            query: {
                /** @description why: a word of the closed list of purposes */
                purpose: string;
            };
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonFile"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    clear_age_flag: {
        parameters: {
            query: {
                /** @description why: a word of the closed list of purposes */
                purpose: string;
            };
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    block_person: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PurposeBody"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    unblock_person: {
        parameters: {
            query: {
                /** @description why: a word of the closed list of purposes */
                purpose: string;
            };
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    record_breach: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BreachBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreachFile"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    read_contract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    end_contract_by_provider: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffEndBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    preview_contract_end_by_provider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndPreviewView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    enter_end_letter: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LetterBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_disclosures: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisclosureList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    register_disclosure: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisclosureBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisclosureView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    correct_email: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailBody"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    restrict_client: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestrictionBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    lift_restriction: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiftBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    read_person_timeline: {
        parameters: {
            query: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description why: a word of the closed list of purposes */
                purpose: string;
            };
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    search_person: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundPerson"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    find_places: {
        parameters: {
            query: {
                /** @description the beginning of a present or former name, 2 … 200 bytes */
                query: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TownList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    publish_price: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSpecialist"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_security_log: {
        parameters: {
            query?: {
                /** @description next of the page before */
                cursor?: string;
                /** @description refused (the default): what was refused to whom; accesses: who asked, by the hour */
                kind?: string;
                /** @description only lines of this person */
                person?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    open_address: {
        parameters: {
            query: {
                /** @description of the line: refused (the default) or accesses */
                kind?: string;
                /** @description why: a word of the closed list of purposes */
                purpose: string;
            };
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_staff_specialists: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSpecialists"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    add_specialist: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpecialistBody"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSpecialist"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    publish_specialist: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSpecialist"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    withdraw_specialist: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSpecialist"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    record_qualification: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QualificationBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSpecialist"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    publish_statistics: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatisticsView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_consented_feedback: {
        parameters: {
            query: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description why: a word of the closed list of purposes */
                purpose: string;
            };
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentedList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ask_what_if: {
        parameters: {
            query?: {
                /** @description the first day, as 2026-12-01 */
                from?: string;
                /** @description the last day */
                to?: string;
                /** @description an edition of the brand's folder, published or not */
                version?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIfAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_statistics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatisticsView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_status: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_testimonies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestimonyList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unsubscribe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnsubscribeBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unsubscribed"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
