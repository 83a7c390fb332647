# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# What every target of the project is compiled with. All share one precompiled header, which GCC takes only where
# -fPIC is the same, in programs too.
add_library(nexus_flags INTERFACE)
target_compile_options(nexus_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow $<$<NOT:$<BOOL:$<TARGET_PROPERTY:NEXUS_CONVERTS>>>:-Wconversion> -Wnon-virtual-dtor -Woverloaded-virtual -Wno-missing-field-initializers
    $<$<BOOL:${NEXUS_WARNINGS_ARE_ERRORS}>:-Werror> -fPIC
    # Without it ccache passes over everything that uses a precompiled header.
    $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
target_compile_definitions(nexus_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_NO_KEYWORDS QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    NEXUS_VERSION="${PROJECT_VERSION}")
target_include_directories(nexus_flags INTERFACE ${PROJECT_SOURCE_DIR}/src)
# Some three hundred programs are linked here, in a fraction of the time that gold or the usual linker takes.
include(CheckLinkerFlag)
check_linker_flag(CXX -fuse-ld=mold NEXUS_HAS_MOLD)
if(NEXUS_HAS_MOLD AND NEXUS_TESTS)
    target_link_options(nexus_flags INTERFACE -fuse-ld=mold)
endif()
if(NEXUS_SANITIZE)
    target_compile_options(nexus_flags INTERFACE
        -fsanitize=${NEXUS_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(nexus_flags INTERFACE -fsanitize=${NEXUS_SANITIZE})
    include(tests/sanitizers/qtsync.cmake)
endif()

# The headers every room reads anyway, compiled once.
add_library(nexus_pch STATIC ${PROJECT_SOURCE_DIR}/cmake/pch.cpp)
target_link_libraries(nexus_pch PUBLIC nexus_flags Qt6::Core Qt6::Network spdlog::spdlog tl::expected)
target_precompile_headers(nexus_pch PRIVATE ${PROJECT_SOURCE_DIR}/cmake/pch.h)
set_target_properties(nexus_pch PROPERTIES AUTOMOC OFF POSITION_INDEPENDENT_CODE ON)

# nexus_room(NAME [SOURCES file...] [ROOMS room...] [LIBRARIES target...])
# One folder of src/ as one static library. ROOMS names its right-hand neighbours.
function(nexus_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;ROOMS;LIBRARIES" ${ARGN})
    list(TRANSFORM ROOM_ROOMS PREPEND nexus_)
    add_library(nexus_${name} STATIC ${ROOM_SOURCES})
    target_link_libraries(nexus_${name} PUBLIC
        nexus_flags Qt6::Core Qt6::Network spdlog::spdlog tl::expected ${ROOM_ROOMS} ${ROOM_LIBRARIES})
    target_precompile_headers(nexus_${name} REUSE_FROM nexus_pch)
    set_target_properties(nexus_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
endfunction()
