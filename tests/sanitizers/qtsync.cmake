# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Links qtsync.cpp into every program, when ThreadSanitizer is on. See there for what it does.
if(NOT NEXUS_SANITIZE MATCHES "thread")
    return()
endif()

add_library(nexus_qtsync STATIC ${CMAKE_CURRENT_LIST_DIR}/qtsync.cpp)
target_link_libraries(nexus_qtsync PUBLIC Qt6::Core)
target_compile_options(nexus_qtsync PRIVATE -fsanitize=thread)
set_target_properties(nexus_qtsync PROPERTIES AUTOMOC OFF)

target_link_libraries(nexus_flags INTERFACE nexus_qtsync)
foreach(symbol
        _ZN16QCoreApplication9postEventEP7QObjectP6QEventi
        _ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv
        _ZN7QObject11deleteLaterEv
        _ZN7QThread4waitE14QDeadlineTimer
        _ZN11QThreadPool5startESt8functionIFvvEEi
        _ZN14QWaitCondition4waitEP6QMutex14QDeadlineTimer)
    target_link_options(nexus_flags INTERFACE LINKER:--wrap=${symbol})
endforeach()
# Keeps the file in programs that make none of these calls themselves.
target_link_options(nexus_flags INTERFACE LINKER:--undefined=__wrap__ZN7QObject11deleteLaterEv)
