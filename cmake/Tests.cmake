# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Qt Test as it is used here: its macros for the place of a test, which would differ from folder to folder, are the
# same everywhere, so that all tests share one precompiled header.
add_library(nexus_qttest INTERFACE)
target_link_libraries(nexus_qttest INTERFACE $<LINK_ONLY:Qt6::Test>)
target_include_directories(nexus_qttest SYSTEM INTERFACE $<TARGET_PROPERTY:Qt6::Test,INTERFACE_INCLUDE_DIRECTORIES>)
target_compile_definitions(nexus_qttest INTERFACE QT_TESTLIB_LIB
    QT_TESTCASE_BUILDDIR="${CMAKE_BINARY_DIR}" QT_TESTCASE_SOURCEDIR="${PROJECT_SOURCE_DIR}")

# What every test is compiled with, beside nexus_flags.
add_library(nexus_testflags INTERFACE)
target_link_libraries(nexus_testflags INTERFACE
    nexus_flags nexus_qttest Qt6::Core Qt6::Network spdlog::spdlog tl::expected nlohmann_json::nlohmann_json)
# Tests include "kit/scriptedprovider.h".
target_include_directories(nexus_testflags INTERFACE ${PROJECT_SOURCE_DIR}/tests)
# They are compiled far more often than they are run.
target_compile_options(nexus_testflags INTERFACE $<$<CONFIG:Debug>:-O0>)
# Qt Test's waiting macros of Qt 6.8 convert a long to an int at their place of use.
set(NEXUS_TESTS_CONVERT OFF)
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
    set(NEXUS_TESTS_CONVERT ON)
endif()

add_library(nexus_testpch STATIC ${PROJECT_SOURCE_DIR}/cmake/pch.cpp)
target_link_libraries(nexus_testpch PUBLIC nexus_testflags)
target_precompile_headers(nexus_testpch PRIVATE ${PROJECT_SOURCE_DIR}/cmake/testpch.h)
set_target_properties(nexus_testpch PROPERTIES AUTOMOC OFF POSITION_INDEPENDENT_CODE ON NEXUS_CONVERTS ${NEXUS_TESTS_CONVERT})

# Qt Test has more to offer where there are widgets, so that tests of the console need another one.
if(NEXUS_CONSOLE)
    add_library(nexus_uitestpch STATIC ${PROJECT_SOURCE_DIR}/cmake/pch.cpp)
    target_link_libraries(nexus_uitestpch PUBLIC nexus_testflags nexus_uiflags)
    target_precompile_headers(nexus_uitestpch PRIVATE ${PROJECT_SOURCE_DIR}/cmake/testpch.h)
    set_target_properties(nexus_uitestpch PROPERTIES AUTOMOC OFF POSITION_INDEPENDENT_CODE ON
        NEXUS_CONVERTS ${NEXUS_TESTS_CONVERT})
endif()

# Runs moc over those SOURCES that need it. AUTOMOC would compile one more file for each of many small programs.
function(nexus_moc target)
    set(generated "")
    foreach(source IN LISTS ARGN)
        get_filename_component(base ${source} NAME_WE)
        get_filename_component(path ${source} ABSOLUTE)
        file(STRINGS ${path} objects REGEX "^ +Q_OBJECT" LIMIT_COUNT 1)
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
        if(objects AND source MATCHES "\\.h$")
            set(output ${CMAKE_CURRENT_BINARY_DIR}/${target}_moc/moc_${base}.cpp)
        elseif(objects)
            set(output ${CMAKE_CURRENT_BINARY_DIR}/${target}_moc/${base}.moc)
        else()
            continue()
        endif()
        qt6_generate_moc(${path} ${output} TARGET ${target})
        list(APPEND generated ${output})
    endforeach()
    target_sources(${target} PRIVATE ${generated})
    target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${target}_moc)
    set_target_properties(${target} PROPERTIES AUTOMOC OFF)
endfunction()

# nexus_testlibrary(NAME SOURCES file... [ROOMS room...] [LIBRARIES target...])
# What several tests share.
function(nexus_testlibrary name)
    cmake_parse_arguments(LIB "" "" "SOURCES;ROOMS;LIBRARIES" ${ARGN})
    list(TRANSFORM LIB_ROOMS PREPEND nexus_)
    add_library(${name} STATIC ${LIB_SOURCES})
    target_link_libraries(${name} PUBLIC nexus_testflags ${LIB_ROOMS} ${LIB_LIBRARIES})
    target_precompile_headers(${name} REUSE_FROM nexus_testpch)
    set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE ON NEXUS_CONVERTS ${NEXUS_TESTS_CONVERT})
    nexus_moc(${name} ${LIB_SOURCES})
endfunction()

# nexus_test(NAME SOURCES file... [ROOMS room...] [LIBRARIES target...] [TIMEOUT seconds] [LABELS label...])
# One Qt Test program, registered with CTest under its file name.
function(nexus_test name)
    cmake_parse_arguments(TST "" "TIMEOUT" "SOURCES;ROOMS;LIBRARIES;LABELS" ${ARGN})
    list(TRANSFORM TST_ROOMS PREPEND nexus_)
    add_executable(${name} ${TST_SOURCES})
    target_link_libraries(${name} PRIVATE nexus_testflags ${TST_ROOMS} ${TST_LIBRARIES})
    if("${TST_ROOMS};${TST_LIBRARIES}" MATCHES "nexus_ui_")
        target_precompile_headers(${name} REUSE_FROM nexus_uitestpch)
    else()
        target_precompile_headers(${name} REUSE_FROM nexus_testpch)
    endif()
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests
        POSITION_INDEPENDENT_CODE ON NEXUS_CONVERTS ${NEXUS_TESTS_CONVERT})
    nexus_moc(${name} ${TST_SOURCES})
    add_test(NAME ${name} COMMAND ${name})
    if(NOT TST_TIMEOUT)
        set(TST_TIMEOUT 120)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${TST_TIMEOUT} LABELS "${TST_LABELS}")
endfunction()
