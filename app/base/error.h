#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace stillpoint {

/// What kind of thing went wrong; for code that must decide. People read Error::message.
enum class ErrorCode {
    NotFound,    ///< the named thing does not exist
    Invalid,     ///< input or data does not make sense
    ReadOnly,    ///< the folder or file cannot be written
    Io,          ///< reading or writing failed: disk full, device error
    Busy,        ///< another program holds it; trying again later helps
    Corrupt,     ///< the file is damaged
    Newer,       ///< written by a newer Stillpoint
    Limit,       ///< larger or slower than Stillpoint allows
    Unavailable, ///< a part of the program is missing or refused
    Cancelled,   ///< the person stopped it
};

/// An error as a value. `message` is a whole, translated sentence: what happened, what is safe, what to do.
struct Error
{
    ErrorCode code = ErrorCode::Invalid;
    QString message;
    QString field; ///< name of the wrong field, where one is to blame
};

template<class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(ErrorCode code, QString message, QString field = {})
{
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(field)});
}

} // namespace stillpoint
