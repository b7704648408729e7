execute_process(COMMAND git -C ${ROOT} describe --always --dirty --abbrev=12 OUTPUT_VARIABLE commit
  OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT commit)
  set(commit "unknown")
endif()
file(WRITE ${OUT}.new "#include \"world.h\"\n\nnamespace kelisim::sim {\nstd::string_view built_from() { return \"${commit}\"; }\n}  // namespace kelisim::sim\n")
file(COPY_FILE ${OUT}.new ${OUT} ONLY_IF_DIFFERENT)
