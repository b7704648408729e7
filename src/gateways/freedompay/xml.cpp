#include "gateways/freedompay_message.h"

#include <expat.h>

#include <memory>

namespace kelisim::gateways::freedompay {
namespace {

bool is_space(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

/// Builds the tree while expat reads. The path holds copies that move into their parent when they end.
class Builder {
 public:
  explicit Builder(XML_Parser parser) : parser_(parser) {}

  void start(char const* name) {
    if (path_.size() == Bounds::depth || ++elements_ > Bounds::elements) return refuse();
    if (std::string_view(name).size() > Bounds::name_bytes) return refuse();
    path_.push_back({name, {}, {}});
  }

  void text(std::string_view piece) {
    if (!path_.empty()) path_.back().text += piece;
  }

  /// Of an empty element expat still tells the end after its start was refused.
  void end() {
    if (refused_) return;
    auto element = std::move(path_.back());
    path_.pop_back();
    if (!element.children.empty()) {
      if (!is_space(element.text)) return refuse();
      element.text.clear();
    }
    if (path_.empty()) {
      root_ = std::move(element);
    } else {
      path_.back().children.push_back(std::move(element));
    }
  }

  void refuse() {
    refused_ = true;
    XML_StopParser(parser_, XML_FALSE);
  }

  [[nodiscard]] std::optional<Element> finish() { return refused_ ? std::nullopt : std::move(root_); }

 private:
  XML_Parser parser_;
  std::vector<Element> path_;
  std::optional<Element> root_;
  std::size_t elements_ = 0;
  bool refused_ = false;
};

Builder& builder(void* data) { return *static_cast<Builder*>(data); }

void escape(std::string& out, std::string_view text) {
  for (auto const c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '\r':
        out += "&#13;";
        break;
      default:
        out += c;
    }
  }
}

void write(std::string& out, Element const& element) {
  out += '<' + element.name + '>';
  if (element.children.empty()) escape(out, element.text);
  for (auto const& child : element.children) write(out, child);
  out += "</" + element.name + '>';
}

}  // namespace

Element const* Element::find(std::string_view child) const {
  auto const found = std::ranges::find(children, child, &Element::name);
  return found == children.end() ? nullptr : &*found;
}

std::optional<std::string_view> Element::value(std::string_view child) const {
  if (std::ranges::count(children, child, &Element::name) != 1) return std::nullopt;
  auto const* found = find(child);
  return found->children.empty() ? std::optional<std::string_view>(found->text) : std::nullopt;
}

std::optional<Element> parse_xml(std::string_view text) {
  if (text.empty() || text.size() > Bounds::message_bytes) return std::nullopt;
  std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> const parser(XML_ParserCreate(nullptr),
                                                                            XML_ParserFree);
  Builder tree(parser.get());
  XML_SetUserData(parser.get(), &tree);
  XML_SetElementHandler(
      parser.get(), [](void* data, char const* name, char const**) { builder(data).start(name); },
      [](void* data, char const*) { builder(data).end(); });
  XML_SetCharacterDataHandler(parser.get(), [](void* data, char const* piece, int size) {
    builder(data).text({piece, static_cast<std::size_t>(size)});
  });
  XML_SetStartDoctypeDeclHandler(
      parser.get(), [](void* data, char const*, char const*, char const*, int) { builder(data).refuse(); });
  auto const status = XML_Parse(parser.get(), text.data(), static_cast<int>(text.size()), XML_TRUE);
  return status == XML_STATUS_OK ? tree.finish() : std::nullopt;
}

std::string write_xml(Element const& root) {
  std::string out = R"(<?xml version="1.0" encoding="utf-8"?>)";
  write(out, root);
  return out;
}

}  // namespace kelisim::gateways::freedompay
