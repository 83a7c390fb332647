# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# The console has a precompiled header of its own: what it shows is Qt Widgets, which src/ never sees.
add_library(nexus_uiflags INTERFACE)
target_link_libraries(nexus_uiflags INTERFACE
    nexus_flags Qt6::Core Qt6::Network Qt6::Widgets spdlog::spdlog tl::expected)
target_include_directories(nexus_uiflags INTERFACE ${PROJECT_SOURCE_DIR})
# As for tests: compiled far more often than run while one works.
target_compile_options(nexus_uiflags INTERFACE $<$<CONFIG:Debug>:-O0>)

add_library(nexus_uipch STATIC ${PROJECT_SOURCE_DIR}/cmake/pch.cpp)
target_link_libraries(nexus_uipch PUBLIC nexus_uiflags)
target_precompile_headers(nexus_uipch PRIVATE ${PROJECT_SOURCE_DIR}/cmake/uipch.h)
set_target_properties(nexus_uipch PROPERTIES AUTOMOC OFF POSITION_INDEPENDENT_CODE ON)

# nexus_uiroom(NAME [SOURCES file...] [ROOMS room...] [LIBRARIES target...])
# One folder of ui/ as one static library. ROOMS names its right-hand neighbours.
function(nexus_uiroom name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;ROOMS;LIBRARIES" ${ARGN})
    list(TRANSFORM ROOM_ROOMS PREPEND nexus_)
    add_library(nexus_${name} STATIC ${ROOM_SOURCES})
    target_link_libraries(nexus_${name} PUBLIC nexus_uiflags ${ROOM_ROOMS} ${ROOM_LIBRARIES})
    target_precompile_headers(nexus_${name} REUSE_FROM nexus_uipch)
    set_target_properties(nexus_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
endfunction()
