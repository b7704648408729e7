#pragma once

#include "http/connection.h"

namespace kelisim::http {

/// Finishes the handshake; the WebSocket then lives by itself until the peer, the listener, the end of its session or
/// silence closes it.
void open_web_socket(Loop& loop, boost::asio::ip::tcp::socket socket, ConnectionCount count, Request const& request,
                     Dispatcher::Admission admission);

/// On the loop's thread: says good-bye (1001) to each of the loop's WebSockets, or just cuts them off.
void close_web_sockets(Loop& loop, bool at_once);

}  // namespace kelisim::http
